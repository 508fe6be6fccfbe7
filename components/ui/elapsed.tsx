import { elapsedWords } from './format-time';

/** How long ago `iso` was at `nowMs`: "42 s", "5 min", "6 d". */
export function Elapsed({ iso, nowMs }: { iso: string; nowMs: number }) {
  return <>{elapsedWords(nowMs - Date.parse(iso))}</>;
}
