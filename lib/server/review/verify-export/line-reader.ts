import 'server-only';

const newLine = 0x0a;

/** Cuts chunks of bytes into lines of UTF-8 text. */
export class LineReader {
  readonly #onLine: (line: string) => void;
  readonly #mostBytes: number;
  #rest: Buffer[] = [];
  #restBytes = 0;

  constructor(mostBytes: number, onLine: (line: string) => void) {
    this.#mostBytes = mostBytes;
    this.#onLine = onLine;
  }

  /** Throws when a line is longer than it may be. */
  push(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(newLine); end >= 0; end = chunk.indexOf(newLine, from)) {
      this.#keep(chunk.subarray(from, end));
      this.#onLine(Buffer.concat(this.#rest).toString());
      [this.#rest, this.#restBytes] = [[], 0];
      from = end + 1;
    }
    if (from < chunk.length) this.#keep(Buffer.from(chunk.subarray(from)));
  }

  /** Whether there is something behind the last line end. */
  get hasRest(): boolean {
    return this.#restBytes > 0;
  }

  #keep(part: Buffer): void {
    this.#restBytes += part.length;
    if (this.#restBytes > this.#mostBytes) throw new Error(`a line is longer than ${this.#mostBytes} bytes`);
    this.#rest.push(part);
  }
}
