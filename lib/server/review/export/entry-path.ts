import 'server-only';

const longestBytes = 120;
// A browser shows these for what they are, or saves them. What else there is it may take for a page with scripts.
const known = /\.(txt|json|csv|png|jpe?g|gif|webp|gz|zip|tar|pdf)$/i;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
// Signs that no shell, file system or reader can be misled by; letters of any script stay.
const unsafe = /[^\p{L}\p{N}\p{M} ._()+=@,-]+/gu;

/** The paths of evidence in one export: as it was called, made safe, none twice however a file system compares names. */
export class EntryPaths {
  readonly #taken = new Set<string>();

  /** The next path for a file of this name; text without a known ending gets `.txt`, so that no browser runs it. */
  next(name: string, { isMasked, isText }: { isMasked: boolean; isText: boolean }): string {
    const safe = safeName(name);
    const marked = isMasked ? `${safe}.masked` : safe;
    const ended = known.test(marked) ? marked : `${marked}${isText || isMasked ? '.txt' : '.bin'}`;
    return `evidence/${this.#untaken(ended)}`;
  }

  #untaken(name: string): string {
    let candidate = name;
    for (let n = 2; this.#taken.has(keyOf(candidate)); n += 1) candidate = numbered(name, n);
    this.#taken.add(keyOf(candidate));
    return candidate;
  }
}

const keyOf = (name: string) => name.normalize('NFKC').toLowerCase();

/** Before the first point that is not the first sign: `app.log.txt` becomes `app-2.log.txt`. */
function numbered(name: string, n: number): string {
  const point = name.indexOf('.', 1);
  return point < 0 ? `${name}-${n}` : `${name.slice(0, point)}-${n}${name.slice(point)}`;
}

function safeName(name: string): string {
  const plain = name.toWellFormed().normalize('NFC').replace(unsafe, '_').replace(reserved, '_$1');
  const trimmed = shortened(plain).replace(/^[. -]+|[. ]+$/g, '');
  return trimmed || 'unnamed';
}

/** Keeps beginning and ending, which say most; never cuts a letter in half. */
function shortened(name: string): string {
  const letters = [...name];
  const [head, tail] = [letters.slice(0, -20), letters.slice(-20)];
  while (head.length > 0 && Buffer.byteLength([...head, ...tail].join('')) > longestBytes) head.pop();
  return [...head, ...tail].join('');
}
