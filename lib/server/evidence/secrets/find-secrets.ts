import { type FoundSecret, joinFound } from './found-secret';
import { findByOwnRules } from './own-rules';
import { findByPreset } from './preset-rules';
import { findPrivateKeys } from './private-keys';

/** Likely secrets of a text, in order and without overlaps. Slow enough (some 10 ms a megabyte) to be kept off requests. */
export async function findSecrets(text: string): Promise<FoundSecret[]> {
  const own = joinFound([...findByOwnRules(text), ...findPrivateKeys(text)]);
  const preset = joinFound(await findByPreset(text));
  return joinFound([...own, ...withoutKnown(preset, own)]);
}

/** Where both know a secret, ours leaves the name before it readable. Both are in order. */
function withoutKnown(preset: readonly FoundSecret[], own: readonly FoundSecret[]): FoundSecret[] {
  let at = 0;
  return preset.filter(({ from, to }) => {
    while (at < own.length && (own[at]?.from ?? 0) < from) at += 1;
    const next = own[at];
    return !(next && next.from < to && next.to >= to);
  });
}
