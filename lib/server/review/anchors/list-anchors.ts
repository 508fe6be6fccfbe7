import 'server-only';
import type { EvidenceStore } from '../../evidence/store/evidence-store';

export type AnchorStore = Pick<EvidenceStore, 'list' | 'readText' | 'putText'>;

/** The dates of all anchors in the store, oldest first. */
export async function listAnchors(store: Pick<AnchorStore, 'list'>): Promise<string[]> {
  const dates: string[] = [];
  for await (const { key } of store.list('anchors/')) {
    const date = /^anchors\/(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(key)?.[1];
    if (date) dates.push(date);
  }
  return dates.sort();
}
