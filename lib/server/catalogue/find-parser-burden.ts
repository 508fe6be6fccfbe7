import 'server-only';

/** What inline Markdown is made of: the parser compares each with those before it in the same paragraph. */
const marks = /[[\]*_~`<>!&\\]/g;
const mostInParagraph = 500;
const mostInFile = 5_000;
/** Lists and quotes inside one another, on one line. */
const tooDeep = /^\s*(?:[-+*]\s+|>\s*|\d{1,9}[.)]\s+){9}/;

/** The first place that would keep the Markdown parser busy for seconds, which is no text that somebody wrote. */
export function findParserBurden(text: string): { line: number; expected: string } | null {
  let inFile = 0;
  let inParagraph = 0;
  for (const [index, words] of text.split('\n').entries()) {
    const count = words.match(marks)?.length ?? 0;
    inParagraph = words.trim() === '' ? 0 : inParagraph + count;
    inFile += count;
    const line = index + 1;
    if (tooDeep.test(words)) return { line, expected: 'at most 8 lists or quotes inside one another' };
    if (inParagraph > mostInParagraph)
      return { line, expected: `at most ${mostInParagraph} marks such as [ * _ \` in one paragraph` };
    if (inFile > mostInFile) return { line, expected: `at most ${mostInFile} marks such as [ * _ \` in one runbook` };
  }
  return null;
}
