import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { env } from '../../env';
import { html, type Markup } from '../../kernel/html';
import { pageWords } from './page/page-words';
import type { Publication } from './publications';

// What XML 1.0 cannot hold, however it is written.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

interface Feed {
  number: string;
  /** When the incident was declared; the feed's time until there is an update. */
  since: Date;
  updates: readonly Publication[];
  platform: Catalogue['platform'];
  /** Where the page and the feed are, whole addresses; null in a copy. */
  page: string | null;
}

/** The updates as Atom 1.0. Ids stay the same wherever and whenever the feed is read, so a reader shows each update once. */
export function atomFeed({ number, since, updates, platform, page }: Feed): string {
  const [newest] = updates;
  const { title } = pageWords[newest?.language ?? 'en'];
  const links =
    page && html`<link rel="alternate" type="text/html" href="${page}"/><link rel="self" href="${page}/feed.xml"/>`;
  const feed = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${feedId(number, since)}</id><title>${platform}: ${title} ${number}</title>
<updated>${newest?.publishedAt ?? since.toISOString()}</updated><author><name>${platform}</name></author>${links}
${updates.map((update) => entry(update, page))}</feed>
`;
  return feed.text.replace(notXml, '');
}

function feedId(number: string, since: Date): string {
  return `tag:${new URL(env().NEXTAUTH_URL).hostname},${since.getUTCFullYear()}:follow/${number}`;
}

function entry({ updateId, phase, language, headline, body, publishedAt }: Publication, page: string | null): Markup {
  const link = page && html`<link rel="alternate" type="text/html" href="${page}#u-${updateId}"/>`;
  return html`<entry xml:lang="${language}"><id>urn:uuid:${updateId}</id><title>${pageWords[language].phases[phase]}: ${headline}</title>
<published>${publishedAt}</published><updated>${publishedAt}</updated>${link}<content type="text">${body.trim()}</content></entry>
`;
}
