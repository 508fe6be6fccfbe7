import { type DeliveryState, deliveryKey, type SentUpdate } from '@/lib/domain/comms/comms';
import { placeWords } from '@/lib/domain/comms/describe-comms';
import { unposted } from '@/lib/domain/comms/told-update';
import { Button } from '../ui/button';

const looks = {
  queued: { mark: '○', words: 'waits', tone: 'text-dim' },
  sent: { mark: '✓', words: 'arrived', tone: 'text-ok' },
  failing: { mark: '↻', words: 'did not arrive, is tried again', tone: 'text-degraded' },
  uncertain: { mark: '?', words: 'nobody knows whether it arrived', tone: 'text-degraded' },
  given_up: { mark: '✕', words: 'did not arrive', tone: 'text-down' },
};

interface DeliveryLineProps {
  update: SentUpdate;
  mayAct: boolean;
  onRetry: (channel: string, destination: string) => void;
  onGiveUp: (channel: string, destination: string) => void;
}

interface Line {
  channel: string;
  name: string;
  destination: string;
  delivery: DeliveryState;
}

function linesOf({ channels, deliveries }: SentUpdate): Line[] {
  return channels.flatMap(({ channel, name }) =>
    Object.entries(deliveries)
      .filter(([key]) => key.startsWith(`${channel}/`))
      .map(([key, delivery]) => ({ channel, name, destination: key.slice(channel.length + 1), delivery })),
  );
}

function OneLine({ line, mayAct, onRetry, onGiveUp }: { line: Line } & Omit<DeliveryLineProps, 'update'>) {
  const { channel, name, destination, delivery } = line;
  const { mark, words, tone } = looks[delivery.outcome];
  const isStuck = delivery.outcome === 'uncertain' || delivery.outcome === 'given_up' || delivery.outcome === 'failing';
  const place = placeWords[destination] ?? destination;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1" data-delivery={deliveryKey(channel, destination)}>
      <span className={tone}>
        <span aria-hidden="true">{mark} </span>
        {name} ({place}) {words}
      </span>
      {delivery.detail && <span className="text-dim">{delivery.detail}</span>}
      {mayAct && isStuck && (
        <span className="ml-auto flex gap-2">
          <Button onClick={() => onRetry(channel, destination)}>
            {delivery.outcome === 'uncertain' ? 'Send again, perhaps twice' : 'Send again'}
          </Button>
          {delivery.outcome !== 'given_up' && <Button onClick={() => onGiveUp(channel, destination)}>Give up</Button>}
        </span>
      )}
    </li>
  );
}

/** Where an update went, place by place; and what people posted, or have not yet. */
export function DeliveryLines({ update, ...more }: DeliveryLineProps) {
  const posted = update.channels.flatMap(({ channel, name }) => {
    const posting = update.posted[channel];
    return posting ? [{ channel, name, ...posting }] : [];
  });
  const waiting = unposted(update).map(({ name }) => name);
  return (
    <ul className="grid gap-1 text-sm">
      {linesOf(update).map((line) => (
        <OneLine key={deliveryKey(line.channel, line.destination)} line={line} {...more} />
      ))}
      {posted.map(({ channel, name, by, at }) => (
        <li key={channel} className="text-ok">
          <span aria-hidden="true">✓ </span>
          {name}: posted by {by.name} at {at.slice(11, 16)} UTC
        </li>
      ))}
      {waiting.length > 0 && (
        <li className="text-degraded">
          <span aria-hidden="true">○ </span>
          Not posted: {waiting.join(', ')}
        </li>
      )}
    </ul>
  );
}
