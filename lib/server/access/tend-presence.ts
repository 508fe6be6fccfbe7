import 'server-only';
import { readPool } from '../kernel/read-pool';
import { presence } from './presence';

const everyMs = 1_000;
const announce = "SELECT pg_notify('presence_changed', said) FROM unnest($1::text[]) AS said";

/** Keeps who is here true, on this node and on the others; the returned function ends it. */
export function tendPresence(): () => void {
  let isAnnouncing = false;
  let unsaid: string[] = [];
  const timer = setInterval(() => {
    unsaid.push(...presence().tick());
    // A database that is slow or away costs the others' news, and nothing here (rule A10).
    if (unsaid.length === 0 || isAnnouncing) return;
    const said = unsaid;
    unsaid = [];
    isAnnouncing = true;
    void tellOthers(said).finally(() => {
      isAnnouncing = false;
    });
  }, everyMs);
  return () => clearInterval(timer);
}

async function tellOthers(said: readonly string[]): Promise<void> {
  await readPool()
    .query({ text: announce, values: [said], query_timeout: 3_000 } as { text: string; values: unknown[] })
    .catch(() => {});
}
