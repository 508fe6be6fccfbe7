import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import type { Language } from '@/lib/domain/catalogue/comms-guide';

type Names = Pick<Catalogue, 'functions' | 'comms'>;

/** How a function is called in public: in this language, else in the catalogue's own; one that is no longer there by its id. */
export function functionName({ functions, comms }: Names, id: string, language: Language): string {
  const words = comms.words.find((one) => one.language === language)?.functions;
  const said = words && Object.hasOwn(words, id) ? words[id] : undefined;
  return said?.name ?? functions.find((one) => one.id === id)?.name ?? id.replaceAll('-', ' ');
}
