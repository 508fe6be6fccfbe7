import 'server-only';

const longestName = 100;

/** Where a file lies in the store: `<date>/<incident>/<end of id>-<safe name>`, so that a bucket can be read by people. */
export function objectKey({ id, number, name, receivedAt }: Keyed): string {
  // The end of the id is its random part; its beginning is the time, and two files of one minute would share it.
  return `${receivedAt.toISOString().slice(0, 10)}/${number}/${id.slice(-12)}-${safeName(name)}`;
}

interface Keyed {
  id: string;
  number: string;
  name: string;
  receivedAt: Date;
}

/** A name that every file system and URL takes as it is: what is not a plain letter, digit, dot or hyphen is a hyphen. */
export function safeName(name: string): string {
  const base = name.normalize('NFKD').replace(/\p{M}/gu, '').split(/[/\\]/).at(-1) ?? '';
  const plain = base
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '');
  if (plain.length <= longestName) return plain || 'file';
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, longestName - ending.length) + ending;
}
