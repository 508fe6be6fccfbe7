/** `[incidents] [events each]`, 10,000 and 100 when nothing is said. Throws one line for anything else. */
export function readArchiveSize(words: readonly string[]): { incidents: number; eventsEach: number } {
  const [incidents = 10_000, eventsEach = 100] = words.map(Number);
  const isFine = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (words.length > 2 || !isFine(incidents, 1, 400_000) || !isFine(eventsEach, 10, 999))
    throw new Error('Say how many incidents (1 to 400000) and how many events each (10 to 999), or nothing.');
  return { incidents, eventsEach };
}
