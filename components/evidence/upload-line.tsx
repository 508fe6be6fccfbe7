import type { UploadView } from '@/lib/client/evidence/upload-view';
import { saidSize, shown } from '@/lib/domain/evidence/describe-evidence';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';

interface UploadLineProps {
  upload: UploadView;
  /** The file as the record has it, once it has. */
  kept: EvidenceItem | null;
  onStop: () => void;
  onForget: () => void;
}

const button = 'rounded-sm text-accent text-sm hover:underline pointer-coarse:py-2.5';

/** Rule E4: both sides worked out the hash; they have to agree. */
function saidState(
  { state, reason, sentBytes, sizeBytes, bytesPerSecond, sha256 }: UploadView,
  kept: EvidenceItem | null,
) {
  if (state === 'refused') return reason ?? 'Refused.';
  if (state === 'stopped') return 'Stopped. Pick it again within a day to go on from there.';
  if (kept && sha256 && kept.sha256 !== sha256)
    return `It changed on the way: here ${sha256.slice(0, 12)}…, there ${kept.sha256.slice(0, 12)}…. Send it again.`;
  if (kept && sha256) return 'Saved. Both sides have the same SHA-256.';
  if (state === 'saved') return 'Saved. Comparing SHA-256…';
  const speed = bytesPerSecond ? `, ${saidSize(bytesPerSecond)}/s` : '';
  const done = `${saidSize(sentBytes)} of ${saidSize(sizeBytes)}`;
  return state === 'waiting' ? `${done}. The line is bad: it goes on by itself.` : `${done}${speed}`;
}

/** A file on its way: how far, how fast, and what became of it. */
export function UploadLine({ upload, kept, onStop, onForget }: UploadLineProps) {
  const { name, state, sentBytes, sizeBytes, sha256 } = upload;
  const isGoing = state === 'sending' || state === 'waiting';
  const isBad = state === 'refused' || (kept !== null && sha256 !== null && kept.sha256 !== sha256);
  return (
    <li className="grid gap-1 border-line border-t px-3.5 py-1.5">
      <div className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate">{shown(name)}</span>
        <button type="button" className={button} onClick={isGoing ? onStop : onForget}>
          {isGoing ? 'Stop' : 'Dismiss'}
          <span className="sr-only"> {shown(name)}</span>
        </button>
      </div>
      {isGoing && (
        <progress
          className="h-1 w-full accent-accent"
          aria-label={`Sending ${shown(name)}`}
          value={sentBytes}
          max={sizeBytes}
        />
      )}
      <p role="status" className={`text-sm ${isBad ? 'text-down' : 'text-dim'}`}>
        {saidState(upload, kept)}
      </p>
    </li>
  );
}
