import 'client-only';

// Every field of a command that somebody typed in their own words, in the order people read them.
const typedFields = ['title', 'text', 'how', 'cause', 'mitigation', 'reason'];

/** What a person typed into a command, line by line; empty when nothing was. */
export function typedText(input: Record<string, unknown>): string {
  return typedFields
    .map((field) => input[field])
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .join('\n');
}
