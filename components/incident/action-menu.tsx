'use client';

import type { ReactNode } from 'react';
import { Menu } from '../ui/menu';
import { useActions } from './actions-provider';
import type { RecordAction } from './record-action';

interface ActionMenuProps {
  /** Spoken name of the button. */
  label: string;
  groups: RecordAction['group'][];
  children: ReactNode;
  className?: string;
  align?: 'start' | 'end';
}

/** A menu of what can be done; what it shows alone when there is nothing. */
export function ActionMenu({ label, groups, children, className = '', align = 'end' }: ActionMenuProps) {
  const { actions, run } = useActions();
  const offered = actions.filter(({ group }) => groups.includes(group));
  if (offered.length === 0) return children;
  return (
    <Menu
      label={label}
      align={align}
      className={`rounded-md pointer-coarse:py-2.5 ${className}`}
      items={offered.map(({ id, label: words, hint }) => ({
        ...{ id, label: words, onSelect: () => run(id) },
        ...(hint && { hint }),
      }))}
    >
      {children}
    </Menu>
  );
}
