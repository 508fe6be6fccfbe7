/** How the text of a file is got at; `none` when it is no text. */
export type ReadingKind = 'plain' | 'gzip' | 'utf16' | 'none';

const MARKS: readonly (readonly [string, ReadingKind])[] = [
  ['1f8b08', 'gzip'],
  ['fffe0000', 'none'],
  ['fffe', 'utf16'],
  ['feff', 'utf16'],
  // Pictures, papers, archives and programs, some of which begin with many readable bytes.
  ['89504e47', 'none'],
  ['ffd8ff', 'none'],
  ['47494638', 'none'],
  ['25504446', 'none'],
  ['504b0304', 'none'],
  ['504b0506', 'none'],
  ['7f454c46', 'none'],
  ['52494646', 'none'],
  ['28b52ffd', 'none'],
  ['fd377a585a', 'none'],
  ['425a68', 'none'],
];

// Bell, backspace, tab, line ends, form feed and escape are at home in logs.
const AT_HOME = new Set([7, 8, 9, 10, 11, 12, 13, 27]);
const toleratedShare = 0.1;

/** Tells from the first bytes of a file, never from its name or what its sender claims. A few odd bytes are still text. */
export function tellReading(head: Buffer): ReadingKind {
  const start = head.toString('hex', 0, 8);
  const known = MARKS.find(([mark]) => start.startsWith(mark));
  if (known) return known[1];
  let odd = 0;
  for (const byte of head) if (byte < 32 && !AT_HOME.has(byte)) odd += 1;
  odd += head.toString('utf8').split('\ufffd').length - 1;
  return odd <= head.length * toleratedShare + 1 ? 'plain' : 'none';
}
