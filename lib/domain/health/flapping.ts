const WINDOW_MS = 5 * 60_000;
const FEWEST_CHANGES = 4;

/**
 * Says that a component goes to and fro: at least 4 changes within the last 5 minutes, e.g. "flapping, 6 changes in 5 min".
 * `changesAt` are ISO times, ascending; unreadable and future ones do not count. Null when it is calm.
 */
export function describeFlapping(changesAt: readonly string[], nowIso: string): string | null {
  const now = Date.parse(nowIso);
  const recent = changesAt.filter((at) => {
    const age = now - Date.parse(at);
    return age >= 0 && age <= WINDOW_MS;
  });
  return recent.length >= FEWEST_CHANGES ? `flapping, ${recent.length} changes in 5 min` : null;
}
