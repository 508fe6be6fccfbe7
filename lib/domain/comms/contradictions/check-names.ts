import type { Contradiction, KnownFacts, SaidUpdate } from './contradiction';
import { isNamed } from './names-of';

// Machines' names and addresses tell strangers how the platform is built, and nobody else anything. By their shape:
// addresses, hosts of inner networks, hosts with a port, and names that end in a number (`db-1`, `web03`).
const shaped = [
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/giu,
  /\b[a-z0-9-]+\.(?:lxd|local|localdomain|internal|intranet|lan|corp)\b|\blocalhost\b/giu,
  /\b[a-z][a-z0-9.-]*:\d{2,5}\b/giu,
  /(?<![\p{L}\p{N}_-])[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*[-_]\d{1,3}(?![\p{L}\p{N}_-])/giu,
  /(?<![\p{L}\p{N}_-])[a-z]{2,}0\d(?![\p{L}\p{N}_-])/giu,
];

/** Rule M2: no machine is named in public, by its shape or as the catalogue knows it. */
export function checkNames({ texts, headline }: SaidUpdate, { lookup, record }: KnownFacts): Contradiction[] {
  const { ladder, number } = record.incident;
  const known = lookup.machineNames ?? [];
  const harmless = new Set([...ladder, number].map((name) => name.toLowerCase()));
  return texts.flatMap(({ channel, subject, body }) => {
    if (lookup.channels.find(({ id }) => id === channel)?.audience !== 'public') return [];
    const text = `${headline}\n${subject ?? ''}\n${body}`;
    const machine =
      shaped.flatMap((shape) => text.match(shape) ?? []).find((name) => !harmless.has(name.toLowerCase())) ??
      known.find((name) => isNamed(text, { names: [name] }));
    if (machine === undefined) return [];
    return [{ code: 'internal_name', channel, words: `“${machine}” names a machine of ours in public.` }];
  });
}
