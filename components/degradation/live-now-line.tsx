import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { elapsedWords } from '../ui/format-time';
import { Status } from '../ui/status';
import { toneWord } from '../ui/tone';

/** What targets themselves say of a row that is in trouble; targets that say the same are named together. */
function messagesOf({ status, instances }: MatrixRow): { from: string; message: string }[] {
  const isWell = status === 'ok' || status === 'disabled';
  const byMessage = new Map<string, string[]>();
  // The row says of itself what nobody answers.
  if (isWell || status === 'unknown') return [];
  for (const { targetName, message, status: word } of instances) {
    if (!message || word === 'ok') continue;
    byMessage.set(message, [...(byMessage.get(message) ?? []), targetName]);
  }
  return [...byMessage].map(([message, names]) => ({ from: [...new Set(names)].join(', '), message }));
}

/** One service beside the record: its word, how long already, what users feel. */
export function LiveNowLine({ row, nowMs }: { row: MatrixRow; nowMs: number }) {
  const said = messagesOf(row);
  const since = row.since ? ` ${elapsedWords(nowMs - Date.parse(row.since))}` : '';
  return (
    <li
      data-service={row.serviceId}
      data-status={row.status}
      className="grid grid-cols-[1fr_auto] gap-x-3 border-line border-t px-3.5 py-2 first:border-0"
    >
      <strong className="font-semibold">{row.name}</strong>
      <Status tone={row.status} word={`${toneWord[row.status]}${since}`} />
      {row.users && <span className="col-span-2 text-dim text-sm">{row.users}</span>}
      {said.map(({ from, message }) => (
        <span key={from} className="col-span-2 break-words text-faint text-sm">
          {`${from}: ${message}`}
        </span>
      ))}
    </li>
  );
}
