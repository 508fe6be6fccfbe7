'use client';

import { type ReactNode, useState } from 'react';
import { useLatePart } from './use-late-part';

export interface MenuItem {
  id: string;
  label: string;
  hint?: string;
  onSelect: () => void;
}

export interface MenuProps {
  /** Spoken name of the button. */
  label: string;
  /** What the button shows. */
  children: ReactNode;
  className?: string;
  /** Which edge of the button the menu keeps to. */
  align?: 'start' | 'end';
  /** Quiet words above the items. */
  head?: ReactNode;
  /** Quiet words below the items. */
  foot?: ReactNode;
  items: MenuItem[];
  /** For a button that is drawn only once somebody wants its menu. */
  startsOpen?: boolean;
}

const loadOpenMenu = () => import('./open-menu').then((module) => module.OpenMenu);

/**
 * A button with a menu. Until its first use it is a plain button; the menu's code comes late. After that the same
 * tree stays mounted, so that the focus finds its way back to the button.
 */
export function Menu(props: MenuProps) {
  const [isOpen, setIsOpen] = useState(props.startsOpen ?? false);
  const [isUsed, setIsUsed] = useState(isOpen);
  const { part: OpenMenu } = useLatePart(loadOpenMenu, isUsed);
  if (isUsed && OpenMenu) return <OpenMenu {...props} isOpen={isOpen} onOpenChange={setIsOpen} />;
  const open = () => {
    setIsUsed(true);
    setIsOpen(true);
  };
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={props.label}
      className={props.className}
      onClick={open}
      onKeyDown={(event) => event.key === 'ArrowDown' && open()}
    >
      {props.children}
    </button>
  );
}
