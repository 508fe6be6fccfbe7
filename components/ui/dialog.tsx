'use client';

import * as RadixDialog from '@radix-ui/react-dialog';
import type { ReactNode } from 'react';
import { allowInjectedStyles } from './allow-injected-styles';

interface DialogProps {
  title: string;
  description?: string;
  onClose: () => void;
  children: ReactNode;
}

if (typeof document !== 'undefined') allowInjectedStyles();

/**
 * A modal dialog, open as long as it is mounted; the focus goes to its first field and afterwards back to where it was.
 * Heavy and for the browser only: import it from parts that are loaded late (`useLatePart`), never from a page.
 */
export function Dialog({ title, description, onClose, children }: DialogProps) {
  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-veil" />
        <RadixDialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className="rises fixed inset-x-0 bottom-0 z-50 mx-auto grid max-h-[92dvh] w-full gap-4 overflow-y-auto rounded-t-lg border border-line bg-panel p-5 shadow-2xl sm:top-[12vh] sm:bottom-auto sm:max-h-[80vh] sm:max-w-lg sm:rounded-lg"
        >
          <div className="grid gap-1 pr-8">
            <RadixDialog.Title className="font-semibold text-lg">{title}</RadixDialog.Title>
            {description && <RadixDialog.Description className="text-dim">{description}</RadixDialog.Description>}
          </div>
          {children}
          <RadixDialog.Close className="absolute top-3 right-3 grid size-9 place-items-center rounded-md text-dim text-lg hover:bg-raise pointer-coarse:size-11">
            <span aria-hidden="true">×</span>
            <span className="sr-only">Close</span>
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
