import 'server-only';
import { perProcess } from '../kernel/per-process';

/** How the last call of the store went on this node; for its own health. */
interface StoreWord {
  trouble: string | null;
}

const word = () => perProcess<StoreWord>('evidence-store-word', () => ({ trouble: null }));

export function noteStoreTrouble(error: unknown): void {
  word().trouble = error instanceof Error ? error.name : 'unknown';
}

export function noteStoreWell(): void {
  word().trouble = null;
}

/** What is wrong with the store as far as this node knows; null when nothing is. */
export function storeTrouble(): string | null {
  return word().trouble;
}
