import type { SentUpdate } from '@/lib/domain/comms/comms';
import { DeliveryLines } from './delivery-line';

interface LastDeliveriesProps {
  update: SentUpdate | null;
  mayAct: boolean;
  nowMs: number;
  onRetry: (updateId: string, channel: string, destination: string) => void;
  onGiveUp: (updateId: string, channel: string, destination: string) => void;
}

/** How the newest update stands, as long as it has not arrived everywhere: before the next one is written. */
export function LastDeliveries({ update, mayAct, nowMs, onRetry, onGiveUp }: LastDeliveriesProps) {
  const isWorth =
    update !== null &&
    !update.isWithdrawn &&
    Date.parse(update.leavesAt) <= nowMs &&
    Object.values(update.deliveries).some(({ outcome }) => outcome !== 'sent');
  return (
    <div role="status" className="empty:absolute">
      {isWorth && (
        <section
          aria-label="How the last update stands"
          className="grid gap-1.5 rounded-lg border border-line bg-panel px-3.5 py-2.5"
        >
          <h2 className="font-semibold">{update.headline}</h2>
          <DeliveryLines
            {...{ update, mayAct }}
            onRetry={(channel, destination) => onRetry(update.updateId, channel, destination)}
            onGiveUp={(channel, destination) => onGiveUp(update.updateId, channel, destination)}
          />
        </section>
      )}
    </div>
  );
}
