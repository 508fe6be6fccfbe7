import { ViewerLine } from '@/components/access/viewer-line';
import { UntoldMark } from '@/components/comms/untold-mark';
import { WaivedMark } from '@/components/evidence/waived-mark';
import { OfferSummary } from '@/components/incident/offer-summary';
import { PostmortemLink } from '@/components/review/postmortem-link';
import type { Actor } from '@/lib/domain/access/actor';
import { readsInside } from '@/lib/domain/access/who-may';
import type { RecordState } from '@/lib/domain/record-state';

/** What has to be known before anything is done: that one only reads, what was gone on without, what is owed or offered. */
export function RecordNotices({ state, actor, nowMs }: { state: RecordState; actor: Actor; nowMs: number }) {
  const { incident, evidence, comms, review } = state;
  return (
    <>
      <ViewerLine role={actor.role} />
      <UntoldMark record={{ incident, comms }} />
      <WaivedMark evidence={evidence} />
      <PostmortemLink
        {...{ number: incident.number, nowMs }}
        postmortem={review.postmortem}
        readsDrafts={readsInside(actor.role)}
      />
      <OfferSummary incident={incident} actor={actor} />
    </>
  );
}
