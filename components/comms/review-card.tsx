import type { AskedReview } from '@/lib/domain/comms/comms';
import { Button } from '../ui/button';
import { Time } from '../ui/time';

interface ReviewCardProps {
  review: AskedReview;
  isOwn: boolean;
  mayAct: boolean;
  nowMs: number;
  onApprove: () => void;
  onWithdraw: () => void;
}

/** An update that waits for a second pair of eyes: what it says, and the two ways on. */
export function ReviewCard({ review, isOwn, mayAct, nowMs, onApprove, onWithdraw }: ReviewCardProps) {
  const { askedBy, askedAt, headline, texts } = review;
  return (
    <section aria-label="Waits for review" className="grid gap-2.5 rounded-lg border border-accent bg-accent-bg p-3.5">
      <p>
        <strong className="font-semibold">{headline}</strong>, written by {askedBy.name}, waits for a second person
        since <Time iso={askedAt} nowMs={nowMs} zone />.
      </p>
      {texts.map(({ channel, name, subject, body }) => (
        <details key={channel} open={texts.length === 1}>
          <summary className="cursor-pointer font-semibold text-sm">{name}</summary>
          {subject && <p className="font-semibold">{subject}</p>}
          <p className="whitespace-pre-wrap">{body}</p>
        </details>
      ))}
      {mayAct && (
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onWithdraw}>{isOwn ? 'Take it back' : 'Send it back'}</Button>
          <Button look={isOwn ? 'quiet' : 'go'} onClick={onApprove}>
            {isOwn ? 'Let it go alone' : 'Approve and send'}
          </Button>
        </div>
      )}
    </section>
  );
}
