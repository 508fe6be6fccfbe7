// A run of backticks up to the next run of the same length, as CommonMark pairs them.
const codeSpan = /(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)/g;
const fence = /^(`{3,}|~{3,})([^`]*)$/;

/**
 * Lines of Markdown in which no markup can begin. Code stays as it was typed where it is certain to be code: in fences
 * at the left edge, and in spans when every backtick of the text has its pair on its own line.
 */
export function escapeHtml(lines: readonly string[]): string[] {
  const isCode = markFences(lines);
  const prose = lines.filter((_, index) => !isCode[index]);
  const hasPairs = prose.every((line) => !line.replace(codeSpan, '').includes('`'));
  return lines.map((line, index) => (isCode[index] ? line : escapeLine(line, hasPairs)));
}

function markFences(lines: readonly string[]): boolean[] {
  let open: string | null = null;
  return lines.map((line) => {
    if (open === null) {
      open = fence.exec(line)?.[1] ?? null;
      return open !== null;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
    if (mark?.startsWith(open)) open = null;
    return true;
  });
}

function escapeLine(line: string, keepsSpans: boolean): string {
  if (!keepsSpans) return escapeTags(line);
  let done = '';
  let end = 0;
  for (const span of line.matchAll(codeSpan)) {
    done += escapeTags(line.slice(end, span.index)) + span[0];
    end = span.index + span[0].length;
  }
  return done + escapeTags(line.slice(end));
}

/** `\<` is a plain sign; a backslash that stands before it already would take the escape away. */
function escapeTags(text: string): string {
  return text.replace(/(\\*)<(?=[a-zA-Z/!?])/g, (_, slashes: string) =>
    slashes.length % 2 === 0 ? `${slashes}\\<` : `${slashes}<`,
  );
}
