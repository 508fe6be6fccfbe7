'use client';

import { useNow } from '@/lib/client/store/use-now';
import type { SentUpdate } from '@/lib/domain/comms/comms';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';

interface LeavingLineProps {
  update: SentUpdate | null;
  mayUndo: boolean;
  nowMs: number;
  onUndo: (updateId: string) => void;
}

/** An update that was sent and has not left yet. The region stands there before anything is in it. */
export function LeavingLine({ update, mayUndo, nowMs, onUndo }: LeavingLineProps) {
  const now = useNow(500, nowMs);
  const left = update && !update.isWithdrawn ? Math.ceil((Date.parse(update.leavesAt) - now) / 1_000) : 0;
  // Where nothing is connected, nothing leaves.
  const isCarried = update?.channels.some(({ byHand }) => !byHand) ?? false;
  return (
    <div role="status" className="empty:absolute">
      {update && left > 0 && (
        <Banner look="tell">
          <span>
            <strong className="font-semibold">
              {isCarried ? 'Leaves in ' : 'Saved. It can be taken back for '}
              <span aria-hidden="true">{left} s</span>
              <span className="sr-only">a few seconds</span>
            </strong>
            : {update.headline}
          </span>
          {mayUndo && (
            <Button look="go" className="ml-auto" onClick={() => onUndo(update.updateId)}>
              Take it back
            </Button>
          )}
        </Banner>
      )}
    </div>
  );
}
