'use client';

import { useState } from 'react';
import { useOutbox } from '@/lib/client/outbox/use-outbox';
import { useLink } from '@/lib/client/stream/use-link';
import { Banner } from '../ui/banner';
import { useLasting } from '../ui/use-lasting';
import { countUnsent } from './count-unsent';
import { SignInNotice } from './sign-in-notice';

const BLINK_MS = 1_500;

/** A retry turns what waits into "sending" for a moment; the words stay what they were until its answer is here. */
function useNeedsSignIn(states: readonly string[], isSignedOut: boolean): boolean {
  const [needed, setNeeded] = useState(false);
  const isTelling = states.length === 0 || states.some((state) => state !== 'sending');
  const needs = isSignedOut || (isTelling ? states.includes('needs_sign_in') : needed);
  if (needs !== needed) setNeeded(needs);
  return needs;
}

/** Names what this person did that the console has not got yet, and whether a new sign-in is what it waits for. */
export function UnsentNotice() {
  const { waiting } = useOutbox();
  const { signedOut } = useLink();
  const needsSignIn = useNeedsSignIn(
    waiting.map(({ state }) => state),
    signedOut,
  );
  const isLasting = useLasting(waiting.length > 0, BLINK_MS);
  const words = countUnsent(waiting.map(({ type }) => type));
  if (needsSignIn) return <SignInNotice unsent={words} />;
  if (!isLasting) return null;
  return (
    <Banner look="warn">
      <strong className="font-semibold">{`${words} not sent yet.`}</strong>
      <span>Kept in this browser, and sent when the connection is back.</span>
    </Banner>
  );
}
