import type { Contradiction, KnownFacts, SaidUpdate } from './contradiction';

// Machines' names and addresses tell strangers how the platform is built, and nobody else anything.
const internal =
  /\b(?:\d{1,3}\.){3}\d{1,3}\b|\b[a-z0-9-]+\.(?:lxd|local|localdomain|internal|intranet|lan|corp)\b|\blocalhost\b/iu;

/** Rule M2: no machine is named in public. */
export function checkNames({ texts, headline }: SaidUpdate, { lookup }: KnownFacts): Contradiction[] {
  return texts.flatMap(({ channel, subject, body }) => {
    if (lookup.channels.find(({ id }) => id === channel)?.audience !== 'public') return [];
    const [found] = internal.exec(`${headline}\n${subject ?? ''}\n${body}`) ?? [];
    const words = `“${found}” names a machine of ours in public.`;
    return found === undefined ? [] : [{ code: 'internal_name', channel, words }];
  });
}
