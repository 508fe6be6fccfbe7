import type { Findings } from './findings';
import type { ComponentStatus } from './health';
import { readStatusPhrase } from './read-status-phrase';
import { readStatusWord } from './read-status-word';
import { readXmlElements } from './shapes/read-xml-elements';
import { walkBody } from './shapes/walk-body';

const ENTITIES: readonly [RegExp, string][] = [
  [/&nbsp;/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&#0?39;|&apos;/g, "'"],
  [/&amp;/g, '&'],
];

/** Drops everything between two marks, to the end of the text when the second is missing. */
function dropBetween(text: string, from: string, to: string): string {
  const lower = text.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  for (let start = lower.indexOf(from); start >= 0; start = lower.indexOf(from, at)) {
    kept.push(text.slice(at, start));
    const end = lower.indexOf(to, start + from.length);
    at = end < 0 ? text.length : end + to.length;
  }
  return [...kept, text.slice(at)].join(' ');
}

function stripTags(markup: string): string {
  let text = markup.replace(/<[^<>]*>/g, ' ').replace(/[<>]/g, ' ');
  for (const [entity, sign] of ENTITIES) text = text.replace(entity, sign);
  return text.replace(/\s+/g, ' ').trim();
}

function textOfElement(markup: string, element: string): string {
  const start = markup.search(new RegExp(`<${element}[ >]`, 'i'));
  if (start < 0) return '';
  const end = markup.indexOf('</', start);
  return stripTags(markup.slice(start, end < 0 ? start + 300 : end)).slice(0, 200);
}

/** Rails and its kind answer with a page of one colour and no words. */
function readColour(markup: string): string {
  return /background(?:-color)?\s?:\s?(green|red)/i.exec(markup)?.[1] ?? '';
}

/** Pages are full of friendly words ("stay connected"); only these mean that all is well. */
const GOOD_ON_PAGE = /\b(?:ok|healthy|up|operational|ready|alive|running|passed|green|gesund|bereit|operationnel)\b/i;

function readPageText(text: string): ComponentStatus | null {
  const status = readStatusWord(text) ?? readStatusPhrase(text);
  return status === 'ok' && !GOOD_ON_PAGE.test(text) ? null : status;
}

/**
 * Reads an HTML page as text, never as markup: its title, its heading, or the whole when it is short. Only a page that says a status
 * in so many words is taken for one; a login or welcome page is not.
 */
export function readHtmlBody(markup: string, findings: Findings): void {
  findings.isPage = true;
  const body = ['script', 'style', 'head>'].reduce(
    (text, element) => dropBetween(text, `<${element}`, `</${element.replace('>', '')}>`),
    markup,
  );
  const visible = stripTags(dropBetween(body, '<!--', '-->'));
  const title = textOfElement(markup, 'title');
  const texts = [textOfElement(markup, 'h1'), visible.slice(0, 200), title].filter((text) => text !== '');
  const said = texts.length > 0 ? texts : [readColour(markup)];
  const found = said.map(readPageText).find((status) => status !== null);
  if (found) {
    const rank = found === 'ok' ? 4 : 3;
    findings.verdicts.push({ status: found, rank, isRecognised: true, isAboutRequest: true, text: '' });
  }
  const summary = title || texts[0];
  if (summary) findings.messages.push(summary);
}

/** Reads XML as the same tree in JSON: elements and attributes are members. */
export function readXmlBody(markup: string, findings: Findings): void {
  walkBody(readXmlElements(markup), findings);
}
