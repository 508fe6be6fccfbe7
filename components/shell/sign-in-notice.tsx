'use client';

import { usePathname } from 'next/navigation';
import { Banner } from '../ui/banner';

/** The session is over: sign in beside this page, which keeps everything. `unsent` is "2 notes", or empty. */
export function SignInNotice({ unsent }: { unsent: string }) {
  const pathname = usePathname();
  return (
    <Banner look="warn">
      <strong className="font-semibold">{`Your session has ended${unsent ? `; ${unsent} not sent yet` : ''}.`}</strong>
      <span>Nothing is lost: it waits in this browser, and goes on when you are signed in.</span>
      <a
        href={`/sign-in?next=${encodeURIComponent(pathname)}`}
        target="_blank"
        rel="noreferrer"
        className="rounded-sm font-semibold text-accent underline underline-offset-2"
      >
        Sign in again (new tab)
      </a>
    </Banner>
  );
}
