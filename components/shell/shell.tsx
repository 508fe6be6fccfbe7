import type { ReactNode } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import { AccountMenu } from './account-menu';
import { Clock } from './clock';
import { LinkState } from './link-state';
import { MainNav } from './main-nav';
import { Notices } from './notices';
import { ShellKeys } from './shell-keys';
import { ThemeSwitch } from './theme-switch';

interface ShellProps {
  platform: string;
  actor: Actor;
  /** Server time, epoch ms, so that both sides render the same first. */
  nowMs: number;
  /** The button that declares; null for who may not. */
  declare: ReactNode;
  children: ReactNode;
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-1 focus:left-1 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
    >
      Skip to the content
    </a>
  );
}

function HeaderBar({ platform, actor, nowMs, declare }: Omit<ShellProps, 'children'>) {
  return (
    <header className="no-print flex h-12 flex-none items-center gap-3 border-line border-b bg-panel px-4 sm:gap-4 sm:px-5">
      <span className="font-semibold tracking-tight max-sm:sr-only">Incident console</span>
      <span className="truncate text-dim max-sm:font-semibold max-sm:text-text">{platform}</span>
      <MainNav declare={declare} />
      <div className="ml-auto flex flex-none items-center gap-3 sm:gap-4">
        <LinkState nowMs={nowMs} />
        <Clock nowMs={nowMs} />
        <div className="flex items-center gap-1">
          <ThemeSwitch />
          <ShellKeys role={actor.role} mayDeclare={declare !== null} />
          <AccountMenu actor={actor} />
        </div>
        <div className="max-sm:hidden">{declare}</div>
      </div>
    </header>
  );
}

/** The frame around every signed-in page: where one is, whether it is live, who one is. */
export function Shell({ children, ...bar }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col max-sm:pb-16 desk:has-data-fill:h-dvh">
      <SkipLink />
      <HeaderBar {...bar} />
      <Notices />
      <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
