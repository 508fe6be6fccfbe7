import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import { elapsedWords } from '../ui/format-time';
import { Status } from '../ui/status';
import { toneWord } from '../ui/tone';

/** One service beside the record: its word, how long already, what users feel. */
export function LiveNowLine({ row, nowMs }: { row: MatrixRow; nowMs: number }) {
  const since = row.since ? ` ${elapsedWords(nowMs - Date.parse(row.since))}` : '';
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-3 border-line border-t px-3.5 py-2 first:border-0">
      <strong className="font-semibold">{row.name}</strong>
      <Status tone={row.status} word={`${toneWord[row.status]}${since}`} />
      {row.users && <span className="col-span-2 text-dim text-sm">{row.users}</span>}
    </li>
  );
}
