import type { Language } from '../../catalogue/comms-guide';
import type { CommsLookup } from '../../incident/record-context';

/** A function of the platform or a service, with what the matrix says of it and the names it goes by in a text. */
export interface NamedThing {
  id: string;
  name: string;
  status: CommsLookup['situation']['functions'][number]['status'];
  names: string[];
}

/** What users do, under the names it has in the language of the text and in the catalogue's. */
export function namedFunctions(
  { situation, words }: Pick<CommsLookup, 'situation' | 'words'>,
  language: Language,
): NamedThing[] {
  const own = words.find((one) => one.language === language);
  return situation.functions.map(({ id, name, status }) => {
    const said = own?.functions[id];
    const names = [name, ...(said ? [said.name, said.inSentence] : [])];
    return { id, name, status, names: unique(names) };
  });
}

/** The services, under their names; one that has two ("MinIO / S3") is called by either. */
export function namedServices({ situation }: Pick<CommsLookup, 'situation'>): NamedThing[] {
  return situation.rows.map(({ serviceId: id, name, status }) => ({ id, name, status, names: namesOfService(name) }));
}

/** What people call a service, in lower case. */
export function namesOfService(name: string): string[] {
  return unique([name, ...name.split(/\s+\/\s+/)]);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

/** True when a text names it, in whatever case, as words of their own. */
export function isNamed(text: string, { names }: Pick<NamedThing, 'names'>): boolean {
  const lower = text.toLowerCase();
  return names.some((name) => hasWord(lower, name));
}

const letter = /[\p{L}\p{N}]/u;

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const rest = text.slice(at + word.length).replace(/^s/, '');
    if (!letter.test(text[at - 1] ?? ' ') && !letter.test(rest[0] ?? ' ')) return true;
  }
  return false;
}
