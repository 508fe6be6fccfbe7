import { shown } from '@/lib/domain/evidence/describe-evidence';
import { sayDoubt } from '@/lib/domain/evidence/doubt';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';
import type { FileActions } from './file-actions';

interface AttemptLineProps {
  number: string;
  item: EvidenceItem;
  /** What it asked, when a failure may mean that this does not answer. */
  source: string | null;
  /** Null for who may only read. */
  files: FileActions | null;
}

const button = 'min-h-6 rounded-sm font-semibold text-accent hover:underline pointer-coarse:py-2.5';

/** Rules E11 and E12: a capture that is not taken: what came, why not, and the two ways on. */
export function AttemptLine({ number, item, source, files }: AttemptLineProps) {
  const { evidenceId, name, at, by, doubt } = item;
  return (
    <li className="grid gap-0.5 px-3.5 py-1 text-sm">
      <p className="break-words">
        <span className="font-semibold text-down">Not taken as evidence:</span>{' '}
        <PlaceLink href={`/incidents/${number}/evidence/${evidenceId}`} className="break-all text-accent underline">
          {shown(name)}
        </PlaceLink>{' '}
        {doubt && sayDoubt(doubt)}
        <span className="text-faint">
          {' '}
          · {by.name}, <Time iso={at} zone />
        </span>
      </p>
      {files && (
        <p className="no-print flex flex-wrap gap-x-4">
          <button type="button" className={button} onClick={() => files.accept(evidenceId)}>
            Take it all the same
          </button>
          {source && (
            <button type="button" className={button} onClick={() => files.recordNoAnswer(evidenceId)}>
              {source} does not answer
            </button>
          )}
        </p>
      )}
    </li>
  );
}
