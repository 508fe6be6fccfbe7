import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import { html, type Markup } from '../../../kernel/html';

/** A moment as `03:30 UTC, 22 November 2026`; the page's script puts the reader's own time beside it. */
export function saidTime(iso: string, language: Language): Markup {
  return html`<time datetime="${iso}">${iso.slice(11, 16)} UTC, ${dateOf(iso, language)}</time>`;
}

/** `22 November 2026`, or `22 novembre 2026`. */
export function dateOf(iso: string, language: Language): string {
  return dates[language].format(new Date(iso));
}

const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const dates = { en: new Intl.DateTimeFormat('en-GB', options), fr: new Intl.DateTimeFormat('fr-FR', options) };
