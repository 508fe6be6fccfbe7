import 'server-only';
import { getCatalogue } from '../../../catalogue/get-catalogue';
import { now } from '../../../kernel/clock';
import { readPool } from '../../../kernel/read-pool';
import { atomFeed } from '../feed';
import { followPage } from '../page/follow-page';
import { type FollowHead, followHeadOf, listPublications } from '../publications';
import { viewOf } from '../view-of';
import { copyFolder } from './copy-folder';
import { copyStore } from './copy-store';

const note = `
  INSERT INTO correspondence (incident_number, destination, data) VALUES ($1, 'static_copy', $2)
  ON CONFLICT (incident_number, destination) DO UPDATE SET data = EXCLUDED.data
  WHERE (correspondence.data->>'updates')::int <= (EXCLUDED.data->>'updates')::int`;

/**
 * Rule M6: writes the page and the feed as they stand to where a plain file server finds them when the console is gone.
 * Not of a private incident. Throws while the place is away; `tendCopies` comes back to it.
 */
export async function writeCopy(number: string): Promise<void> {
  // What was published while this was written, perhaps by another node that was quicker, is written over it.
  for (let written = -1; ; ) {
    const head = await followHeadOf(number);
    if (!head || head.version <= Math.max(written, 0) || head.visibleTo !== null) return;
    written = await writeOnce(head);
  }
}

/** Answers how many updates the copy holds. */
async function writeOnce(head: FollowHead): Promise<number> {
  const { number, declaredAt: since } = head;
  const updates = await listPublications(number);
  const catalogue = getCatalogue();
  const at = now();
  const page = followPage({
    ...viewOf(head, updates, catalogue, at),
    notice: { kind: 'copy' },
    isWhole: true,
  });
  const feed = atomFeed({ number, since, updates, platform: catalogue.platform, page: null });
  const folder = copyFolder(number);
  await copyStore().write(`${folder}/index.html`, page, 'text/html; charset=utf-8');
  await copyStore().write(`${folder}/feed.xml`, feed, 'application/atom+xml; charset=utf-8');
  const data = { updates: updates.length, writtenAt: at.toISOString() };
  await readPool().query({ name: 'note-copy', text: note, values: [number, JSON.stringify(data)] });
  return updates.length;
}

/** Takes the copy of an incident away that became private. What others kept of it is theirs. */
export async function removeCopy(number: string): Promise<void> {
  const folder = copyFolder(number);
  for (const name of ['index.html', 'feed.xml']) await copyStore().remove(`${folder}/${name}`);
  const forget = `DELETE FROM correspondence WHERE incident_number = $1 AND destination = 'static_copy'`;
  await readPool().query(forget, [number]);
}
