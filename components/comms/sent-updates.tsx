import type { SentUpdate } from '@/lib/domain/comms/comms';
import { phaseWords } from '@/lib/domain/comms/phase-words';
import { isLate } from '@/lib/domain/comms/told-update';
import { Panel } from '../ui/panel';
import { Time } from '../ui/time';
import { DeliveryLines } from './delivery-line';
import { SaidTexts } from './said-texts';

interface SentUpdatesProps {
  number: string;
  updates: readonly SentUpdate[];
  mayAct: boolean;
  /** False for who follows as a stakeholder: where it arrived is not theirs to know (rule A11). */
  showsPlaces: boolean;
  nowMs: number;
  onRetry: (updateId: string, channel: string, destination: string) => void;
  onGiveUp: (updateId: string, channel: string, destination: string) => void;
}

/** What was said, newest first, and how each place stands. */
export function SentUpdates({ number, updates, mayAct, showsPlaces, nowMs, onRetry, onGiveUp }: SentUpdatesProps) {
  return (
    <Panel title="What was said" aside={updates.length > 0 ? `${updates.length}` : undefined}>
      {updates.length === 0 && <p className="px-3.5 py-3 text-dim">Nothing yet.</p>}
      <ol className="grid">
        {updates.toReversed().map((update) => (
          <li key={update.updateId} className="grid gap-1.5 border-line border-b px-3.5 py-2.5 last:border-b-0">
            <p className="flex flex-wrap gap-x-2">
              <Time iso={update.at} nowMs={nowMs} zone />
              <strong className="font-semibold">{phaseWords[update.phase]}</strong>
              <span className={update.isWithdrawn ? 'line-through' : ''}>{update.headline}</span>
              <span className="text-dim">by {update.by.name}</span>
              {update.isWithdrawn && <span className="text-dim">taken back before it left</span>}
              {isLate(update) && <span className="text-degraded">late</span>}
            </p>
            {update.overridden && (
              <p className="text-degraded text-sm">Said against the record: {update.overridden.reason}</p>
            )}
            {showsPlaces && <SaidTexts number={number} updateId={update.updateId} />}
            {showsPlaces && !update.isWithdrawn && (
              <DeliveryLines
                {...{ update, mayAct }}
                onRetry={(channel, destination) => onRetry(update.updateId, channel, destination)}
                onGiveUp={(channel, destination) => onGiveUp(update.updateId, channel, destination)}
              />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
