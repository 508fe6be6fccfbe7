import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import type { RecordState } from '@/lib/domain/record-state';
import { ChainCheck } from '../../kernel/chain-check';
import { entryNames } from '../export/export-format';
import type { Finding } from './finding';
import { LineReader } from './line-reader';

const mostLineBytes = 16 * 1024 * 1024;
const mostFindings = 100;
const shape = /^\{"event":(\{.*\}),"hash":"([0-9a-f]{64})"\}$/s;

/** Checks `events.jsonl` as it comes, and folds it. */
export class EventLines {
  readonly findings: Finding[] = [];
  /** The fold of what was read; null when it cannot be folded by this release. */
  state: RecordState | null = null;
  lines = 0;
  #canFold = true;
  readonly #check: ChainCheck;
  readonly #onEvent: (event: RecordedEvent, hash: Buffer) => void;
  readonly #reader = new LineReader(mostLineBytes, (line) => this.#take(line));

  constructor(key: string | null, onEvent: (event: RecordedEvent, hash: Buffer) => void = () => {}) {
    this.#check = new ChainCheck(key);
    this.#onEvent = onEvent;
  }

  get head(): { seq: number; hash: string } {
    const { seq, hash } = this.#check.head;
    return { seq, hash: Buffer.from(hash).toString('hex') };
  }

  push(chunk: Buffer): void {
    this.#reader.push(chunk);
  }

  end(): void {
    if (this.#reader.hasRest) this.#find('malformed', 'its last line does not end: it was cut off, or added to');
  }

  #take(line: string): void {
    this.lines += 1;
    const [, canonical = '', hex = ''] = shape.exec(line) ?? [];
    const event = parsed(canonical);
    if (event) this.#follow(event, canonical, Buffer.from(hex, 'hex'));
    else this.#find('malformed', 'this is not an event with its hash, in canonical JSON');
  }

  #follow(event: RecordedEvent, canonical: string, hash: Buffer): void {
    const broken = this.#check.next({ seq: event.seq, canonical, hash });
    if (broken) this.#find(broken.code, broken.message, broken.seq);
    this.#fold(event);
    this.#onEvent(event, hash);
  }

  /** Events that were tampered with may make no sense together. */
  #fold(event: RecordedEvent): void {
    if (!this.#canFold) return;
    try {
      this.state = evolve(this.state, event);
    } catch {
      [this.#canFold, this.state] = [false, null];
    }
  }

  #find(code: Finding['code'], message: string, seq?: number): void {
    const where = `${entryNames.events} line ${this.lines}`;
    const finding = { code, where, message, ...(seq !== undefined && { seq }) };
    if (this.findings.length < mostFindings) this.findings.push(finding);
  }
}

function parsed(canonical: string): RecordedEvent | null {
  try {
    const event = JSON.parse(canonical);
    const isSound = Number.isSafeInteger(event.seq) && event.seq > 0 && canonicalJson(event) === canonical;
    return isSound ? event : null;
  } catch {
    return null;
  }
}
