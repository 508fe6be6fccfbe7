import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import type { UpdateFacts } from '@/lib/domain/comms/update-facts';
import { phrasesOf } from '@/lib/domain/comms/update-phrases';

/** Rule M3: what is known, without any template; fit for everybody. */
export function plainFacts(
  { phase, phaseWord, headline, impact, since, doing, nextUpdate }: UpdateFacts,
  language: Language,
): string {
  const phrases = phrasesOf(language);
  const lines = [
    `${phaseWord} – ${headline}`,
    impact.join(' '),
    phase === 'investigating' || phase === 'identified' ? phrases.since(since) : phrases.began(since),
    doing,
    nextUpdate === null ? null : phrases.nextUpdate(nextUpdate),
  ];
  return lines.filter((line) => line !== null).join('\n');
}
