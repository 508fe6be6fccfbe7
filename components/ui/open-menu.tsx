'use client';

import * as RadixMenu from '@radix-ui/react-dropdown-menu';
import type { MenuItem, MenuProps } from './menu';

interface OpenMenuProps extends MenuProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

function Item({ item }: { item: MenuItem }) {
  return (
    <RadixMenu.Item
      onSelect={item.onSelect}
      className="grid gap-0.5 rounded-md px-3 py-2 pointer-coarse:py-3 data-highlighted:bg-raise data-highlighted:outline-2 data-highlighted:outline-accent"
    >
      <span className="font-medium">{item.label}</span>
      {item.hint && <span className="text-dim text-sm">{item.hint}</span>}
    </RadixMenu.Item>
  );
}

/** The menu once it has been used. Loaded late by `Menu`; nobody else imports it. */
export function OpenMenu({
  label,
  children,
  className,
  align = 'end',
  head,
  foot,
  items,
  isOpen,
  onOpenChange,
}: OpenMenuProps) {
  return (
    <RadixMenu.Root open={isOpen} onOpenChange={onOpenChange} modal={false}>
      <RadixMenu.Trigger aria-label={label} className={className}>
        {children}
      </RadixMenu.Trigger>
      {/* Inside the landmark, so that who moves by landmarks finds it; outside of whatever scrolls or is clipped. */}
      <RadixMenu.Portal container={document.querySelector('main')}>
        <RadixMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="rises z-50 grid max-h-(--radix-dropdown-menu-content-available-height) w-72 overflow-y-auto rounded-lg border border-line bg-panel p-1.5 shadow-2xl"
        >
          {head && (
            <RadixMenu.Label className="border-line border-b px-3 py-2 text-dim text-sm">{head}</RadixMenu.Label>
          )}
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
          {foot && (
            <RadixMenu.Label className="border-line border-t px-3 py-2 text-dim text-sm">{foot}</RadixMenu.Label>
          )}
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  );
}
