const ended = /[.!?…:;]["'”’»)\]]*$/u;

/** What a person typed as a sentence: with a full stop unless it ends already. Nothing stays nothing. */
export function withFullStop(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed === '' || ended.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** The same for a place where the template ends the sentence itself. An ellipsis of three dots stays. */
export function withoutFullStop(text: string): string {
  return text.trimEnd().replace(/(?<!\.)\.$|\s*[!?]+$/u, '');
}
