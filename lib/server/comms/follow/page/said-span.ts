import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';

const days: Record<Language, string> = { en: 'd', fr: 'j' };
const briefly: Record<Language, string> = { en: 'under 1 min', fr: 'moins d’1 min' };

/** A length of time as `under 1 min`, `5 min`, `1 h 05 min` or `2 d 4 h`; the page's script says it the same way. */
export function saidSpan(ms: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes === 0) return briefly[language];
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  if (hours < 48) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} ${days[language]} ${hours % 24} h`;
}
