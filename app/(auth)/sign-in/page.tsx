import type { Metadata } from 'next';
import { SignInButton } from '@/components/access/sign-in-button';
import { signInProblem } from '@/components/access/sign-in-problem';
import { safeReturnPath } from '@/lib/domain/access/safe-return-path';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const asked = await searchParams;
  const problem = signInProblem(single(asked.error));
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-5 px-5 pb-24">
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl tracking-tight">Incident console</h1>
        <p className="text-dim">Sign in with the account of your organisation.</p>
      </div>
      {problem && (
        <p role="alert" className="rounded-lg border border-degraded bg-degraded-bg px-3.5 py-2.5">
          {problem}
        </p>
      )}
      <SignInButton returnPath={safeReturnPath(single(asked.next) ?? single(asked.callbackUrl))} />
      <noscript>
        <p className="text-dim">Signing in needs JavaScript.</p>
      </noscript>
    </main>
  );
}
