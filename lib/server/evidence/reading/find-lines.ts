import 'server-only';
import type { FileHandle } from 'node:fs/promises';
import type { FoundLines } from '@/lib/domain/evidence/reading';
import { countEnds } from './count-ends';
import { readWindow } from './file-window';
import { findLineStart } from './find-line-start';
import { type Hit, type Stretch, withoutHidden } from './hidden-hits';
import type { LineIndex } from './line-index';
import { toPattern } from './search-pattern';

export interface FindAsked {
  words: string;
  /** Case as typed, or any. */
  match: 'case' | 'any';
  /** The first line to look at. */
  from: number;
  isUnmasked: boolean;
  /** How long to look before answering with what there is. */
  timeMs: number;
  signal?: AbortSignal;
}

const chunkBytes = 1024 * 1024;
const mostLines = 1_000;
// Longer than anything that is looked for: so much is read again where a chunk ends inside a line.
const overlapBytes = 2_048;

/** The lines that hold some words. What is masked is not found: finding it would tell it letter by letter. */
export async function findLines(file: FileHandle, index: LineIndex | null, asked: FindAsked): Promise<FoundLines> {
  const start = await findLineStart(file, index, asked.from, asked.signal);
  if (start === null) return { lines: [], hasMore: false, nextFrom: null };
  const search = new Search(file, asked);
  return search.run(start);
}

class Search {
  readonly #file: FileHandle;
  readonly #asked: FindAsked;
  readonly #pattern: RegExp;
  readonly #lines: number[] = [];
  readonly #deadline: number;
  #line: number;

  constructor(file: FileHandle, asked: FindAsked) {
    this.#file = file;
    this.#asked = asked;
    this.#pattern = toPattern(asked.words, asked.match);
    this.#line = asked.from;
    this.#deadline = performance.now() + asked.timeMs;
  }

  async run(start: number): Promise<FoundLines> {
    for (let at = start; ; ) {
      this.#asked.signal?.throwIfAborted();
      const chunk = await readWindow(this.#file, at, chunkBytes);
      const isLast = chunk.length < chunkBytes;
      const { looked, step } = isLast ? { looked: chunk.length, step: 0 } : stepsOf(chunk);
      await this.#look({ at, bytes: chunk.subarray(0, looked) });
      if (this.#lines.length >= mostLines) return this.#answer((this.#lines.at(-1) ?? 0) + 1);
      if (isLast) return this.#answer(null);
      at += step;
      if (performance.now() > this.#deadline) return this.#answer(this.#line);
    }
  }

  #answer(nextFrom: number | null): FoundLines {
    return { lines: this.#lines, hasMore: nextFrom !== null, nextFrom };
  }

  /** Notes the lines of the hits in one stretch, and moves on to the line after it. */
  async #look(stretch: Stretch): Promise<void> {
    const text = stretch.bytes.toString('latin1');
    const hits: Hit[] = [];
    for (const { index, 0: hit } of text.matchAll(this.#pattern)) hits.push({ from: index, to: index + hit.length });
    const isOpen = hits.length === 0 || this.#asked.isUnmasked;
    const shown = isOpen ? hits : await withoutHidden(this.#file, stretch, hits);
    let at = 0;
    for (const hit of shown) {
      this.#line += countEnds(stretch.bytes, at, hit.from);
      at = hit.from;
      if (this.#lines.length >= mostLines) return;
      if (this.#lines.at(-1) !== this.#line) this.#lines.push(this.#line);
    }
    this.#line += countEnds(stretch.bytes, at, stretch.bytes.length);
  }
}

/** Up to the last line end, so that no hit lies across two chunks; inside a line that goes on, some is looked at twice. */
function stepsOf(chunk: Buffer): { looked: number; step: number } {
  const end = chunk.lastIndexOf(10) + 1;
  return end > 0 ? { looked: end, step: end } : { looked: chunk.length, step: chunk.length - overlapBytes };
}
