'use client';

import { useState } from 'react';
import { saidSecrets } from '@/lib/domain/evidence/describe-evidence';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { Time } from '../ui/time';
import { useLatePart } from '../ui/use-late-part';

interface MaskNoticeProps {
  number: string;
  item: EvidenceItem;
  unmaskedUntil: string | null;
  mayUnmask: boolean;
  onUnmasked: () => void;
}

const loadDialog = () => import('./unmask-dialog').then((module) => module.UnmaskDialog);

/** Says that secrets are masked, or that they are not for now; a commander may have them shown. */
export function MaskNotice({ number, item, unmaskedUntil, mayUnmask, onUnmasked }: MaskNoticeProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { part: UnmaskDialog, hasFailed } = useLatePart(loadDialog, isAsking);
  if (unmaskedUntil !== null) {
    return (
      <Banner look="warn">
        <span>
          Secrets are shown to you until <Time iso={unmaskedUntil} zone />. That is in the record. Mind who sees your
          screen.
        </span>
      </Banner>
    );
  }
  const has = item.secrets !== null && item.secrets.length > 0;
  if (item.secrets !== null && !has) return null;
  return (
    <Banner look="tell">
      <span>
        {has
          ? `Likely secrets are masked: ${saidSecrets(item.secrets ?? []).replace(/, masked$/, '')}.`
          : 'What looks like a secret is masked.'}
      </span>
      {mayUnmask && (
        <Button onClick={() => setIsAsking(true)} aria-haspopup="dialog" className="print:hidden">
          Show without masks…
        </Button>
      )}
      {hasFailed && <span role="alert">This could not be loaded. Try again.</span>}
      {isAsking && UnmaskDialog && (
        <UnmaskDialog {...{ number, item }} onClose={() => setIsAsking(false)} onDone={onUnmasked} />
      )}
    </Banner>
  );
}
