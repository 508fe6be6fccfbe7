const nouns: Record<string, string> = {
  'timeline.add_note': 'note',
  'triage.tick': 'tick',
  'triage.untick': 'tick',
  'incident.declare': 'declaration',
};

/** "1 note", "2 notes and 1 tick": how many of each kind, by their command types. */
export function countUnsent(types: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of types) {
    const noun = nouns[type] ?? 'change';
    counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  const parts = [...counts].map(([noun, count]) => `${count} ${noun}${count === 1 ? '' : 's'}`);
  const last = parts.pop() ?? '';
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
}
