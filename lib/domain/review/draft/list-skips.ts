import { itemKey } from '../../triage/triage';
import type { DraftSource } from './draft-source';

/** The steps that stay skipped, with who said why. */
export function listSkips({ state: { triage } }: DraftSource) {
  return triage.checklists.flatMap((checklist) =>
    checklist.items.flatMap((item) => {
      const skip = triage.skips[itemKey(checklist.id, item.id)];
      return skip ? [{ title: item.title, list: checklist.title, by: skip.by.name, reason: skip.reason }] : [];
    }),
  );
}
