import 'server-only';
import { getCatalogue } from '../../catalogue/get-catalogue';
import { isMailSetUp } from '../../integrations/mail/send-mail';
import { now } from '../../kernel/clock';
import { perProcess } from '../../kernel/per-process';
import { type FollowAddress, pathOf } from './follow-place';
import { followPage } from './page/follow-page';
import { type FollowHead, listPublications, type Publication, pageVersion } from './publications';
import { type RenderedPage, renderedPage } from './rendered-pages';
import { viewOf } from './view-of';

const minuteMs = 60_000;
const mostIncidents = 50;

interface Asked {
  head: FollowHead;
  address: FollowAddress;
  isWhole: boolean;
  /** When it was read, if the record cannot be read now. */
  readAt: Date | null;
}

/** The follow page as it stands: made once for each version and minute, since it says how many minutes are left. */
export function getPage({ head, address, isWhole, readAt }: Asked): Promise<RenderedPage> {
  const at = now();
  const path = pathOf(address);
  const catalogue = getCatalogue();
  const minute = Math.floor(at.getTime() / minuteMs);
  const key = [
    path,
    isWhole,
    pageVersion(head),
    head.impactStartedAt?.getTime(),
    head.endedAt?.getTime(),
    head.updateDueAt?.getTime(),
    minute,
    catalogue.version,
    readAt?.getTime(),
  ].join(' ');
  return renderedPage(key, async () =>
    followPage({
      ...viewOf(head, await publicationsOf(head), catalogue, at, path),
      firstDueAt: address.by === 'number' && head.version === 0 ? (head.updateDueAt?.toISOString() ?? null) : null,
      live: { path, hasFeed: address.by === 'token', hasMail: isMailSetUp(), consolePath: consolePathOf(address) },
      notice: readAt && { kind: 'read', at: readAt.toISOString() },
      isWhole,
    }),
  );
}

/** Who signed in follows by number, and may want to go back. */
function consolePathOf(address: FollowAddress): string | null {
  return address.by === 'number' ? `/incidents/${address.number}` : null;
}

/** What was published, read once for each version; what was read last stays for when the database does not answer. */
export async function publicationsOf({ number, version }: FollowHead): Promise<readonly Publication[]> {
  const kept = perProcess('publications', () => new Map<string, readonly Publication[]>());
  const known = kept.get(number);
  if (known && known.length >= version) return known;
  const read = await listPublications(number);
  kept.delete(number);
  kept.set(number, read);
  const [oldest] = kept.keys();
  if (kept.size > mostIncidents && oldest !== undefined) kept.delete(oldest);
  return read;
}
