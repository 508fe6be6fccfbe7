import 'server-only';
import type { RowKnowledge } from '@/lib/domain/degradation/row-knowledge';
import { getCatalogue } from '../catalogue/get-catalogue';
import { listBrokenBookmarks } from './list-broken-bookmarks';

/** All that is known of one service; null when the catalogue has none of that id. */
export async function getRowKnowledge(serviceId: string): Promise<RowKnowledge | null> {
  const { services, bookmarks } = getCatalogue();
  const service = services.find(({ id }) => id === serviceId);
  if (!service) return null;
  const broken = await listBrokenBookmarks();
  return {
    service,
    bookmarks: service.dashboards.flatMap((id) => bookmarks.filter((bookmark) => bookmark.id === id)),
    broken: broken.filter(({ id }) => service.dashboards.includes(id)),
  };
}
