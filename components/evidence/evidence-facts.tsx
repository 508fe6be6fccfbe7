import { saidSecrets, saidSize } from '@/lib/domain/evidence/describe-evidence';
import { sayDoubt } from '@/lib/domain/evidence/doubt';
import type { EvidenceView } from '@/lib/domain/evidence/reading';
import { Banner } from '../ui/banner';
import { buttonLook } from '../ui/button-look';
import { Time } from '../ui/time';
import { CopyHash } from './copy-hash';

const ways = { browser: 'from a page', pipe: 'through a pipe', resumable: 'piece by piece' };

const places = {
  spool: 'on this computer, on its way to the store',
  store: 'in the store',
  lost: 'lost',
  damaged: 'damaged',
} as const;

/** What is known of a file before it is opened, and the way to its original. */
export function EvidenceFacts({ view, nowMs }: { view: EvidenceView; nowMs: number }) {
  const { item, place } = view;
  const isGone = place === 'lost' || place === 'damaged' || place === null;
  return (
    <section aria-label="About this file" className="grid gap-2">
      {isGone && (
        <Banner look="bad">
          {place === null
            ? 'Only the record of this file is here, not its bytes.'
            : `The bytes of this file are ${places[place]}. What was saved, by whom and with which SHA-256 stays in the record.`}
        </Banner>
      )}
      {item.doubt && (
        <Banner look={item.accepted ? 'tell' : 'bad'}>
          {item.accepted ? `Taken as evidence all the same by ${item.accepted.by.name}` : 'Not taken as evidence'}: this
          file {sayDoubt(item.doubt)}.
        </Banner>
      )}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <p className="grid min-w-0 flex-1 basis-80 gap-0.5">
          <span>
            {saidSize(item.sizeBytes)} ({item.sizeBytes.toLocaleString('en-GB')} bytes), {item.mediaType}; saved by{' '}
            <span className="font-semibold">{item.by.name}</span> {ways[item.way]},{' '}
            <Time iso={item.at} nowMs={nowMs} seconds zone />
            {item.instance && `, of ${item.instance.name}`}
            {item.isLate && ', after the incident was over'}
          </span>
          <span className="text-dim">
            {item.recipe ? `Recipe ${item.recipe}. ` : ''}
            {place && !isGone ? `The original is ${places[place]}. ` : ''}
            {item.secrets === null
              ? 'Not looked through for secrets yet.'
              : `Found in it: ${saidSecrets(item.secrets)}.`}
          </span>
          <CopyHash sha256={item.sha256} />
        </p>
        {!isGone && (
          <a
            href={`/api/v1/evidence/${item.evidenceId}/content`}
            download
            className={`${buttonLook('quiet')} print:hidden`}
          >
            Download the original
          </a>
        )}
      </div>
    </section>
  );
}
