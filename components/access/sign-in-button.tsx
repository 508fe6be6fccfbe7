'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { signInAddress } from './sign-in-address';

/** Starts the sign-in at the identity provider. */
export function SignInButton({ returnPath }: { returnPath: string }) {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const signIn = async () => {
    setState('busy');
    try {
      location.assign(await signInAddress(returnPath));
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="grid gap-3">
      <Button look="go" className="min-h-11" onClick={signIn} aria-disabled={state === 'busy'}>
        {state === 'busy' ? 'Going to the identity provider…' : 'Sign in'}
      </Button>
      <p role="status" className="text-down empty:hidden">
        {state === 'failed' && 'The console does not answer. Check your connection and try again.'}
      </p>
    </div>
  );
}
