import 'server-only';
import type { RunbookLink } from '@/lib/domain/catalogue/runbook';

/** Where a link of a runbook leads: outside, to a runbook, or nowhere that we would send anybody. */
export type ReadAddress = { kind: 'outside' } | { kind: 'runbook'; link: RunbookLink } | { kind: 'refused' };

/** Only what is on the list may be a link: web and mail addresses, `other-runbook.md`, `#heading`. */
export function readAddress(address: string, ownId: string): ReadAddress {
  if (/^(https?:\/\/|mailto:)[^\s]+$/i.test(address)) return { kind: 'outside' };
  const [, id, heading] = /^(?:([a-z0-9-]+)\.md)?(?:#(.+))?$/.exec(address) ?? [];
  if (id === undefined && heading === undefined) return { kind: 'refused' };
  return { kind: 'runbook', link: { runbook: id ?? ownId, ...(heading ? { heading: decode(heading) } : {}) } };
}

function decode(heading: string): string {
  try {
    return decodeURIComponent(heading);
  } catch {
    return heading;
  }
}
