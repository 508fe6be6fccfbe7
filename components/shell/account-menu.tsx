'use client';

import { useRef } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import type { AccessRole } from '@/lib/domain/access/role';
import { Menu } from '../ui/menu';

const roleWords: Record<AccessRole, string> = {
  viewer: 'Stakeholder: reads what is public',
  responder: 'Responder: declares, ticks, writes, raises severity',
  commander: 'Commander: everything in an incident',
  lead: 'Lead: everything, also reviews and settings',
};

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

/** Who is signed in, with which role, and the way out. */
export function AccountMenu({ actor }: { actor: Actor }) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <Menu
        label={`${initials(actor.name)}: ${actor.name}, ${actor.role}, account`}
        className="grid size-9 place-items-center rounded-full bg-raise font-semibold text-xs hover:outline hover:outline-edge pointer-coarse:size-11"
        head={
          <span className="grid gap-0.5">
            <span className="font-semibold text-base text-text">{actor.name}</span>
            {roleWords[actor.role]}
          </span>
        }
        items={[{ id: 'out', label: 'Sign out', onSelect: () => form.current?.requestSubmit() }]}
      >
        {initials(actor.name)}
      </Menu>
      <form ref={form} method="post" action="/api/v1/sign-out" hidden />
    </>
  );
}
