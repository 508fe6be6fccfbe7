const mostInLine = 300;
const mostInAll = 3_000;
const mostBrackets = 600;
const mostDepth = 20;

const marks = /[[\]<>*_`~!|&]/g;

function count(text: string, of: RegExp): number {
  return text.match(of)?.length ?? 0;
}

/** How many quotes and lists open at the head of a line. */
function depthOf(line: string): number {
  const head = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line)?.[0] ?? '';
  return count(head, />|[-*+]|\d[.)]/g) + Math.floor(count(head, /\s/g) / 8);
}

/**
 * True for a text that would take a Markdown parser long, or too deep: nobody writes thousands of brackets or stars to be
 * read. Such a text is shown as it was typed. Linear in its length.
 */
export function isTangled(text: string): boolean {
  if (count(text, /[[\]]/g) > mostBrackets || count(text, marks) > mostInAll) return true;
  return text.split('\n').some((line) => depthOf(line) > mostDepth || count(line, marks) > mostInLine);
}
