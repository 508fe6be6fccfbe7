import 'server-only';
import type { ChannelWay, Destination } from '@/lib/domain/catalogue/comms-guide';

/** Where texts of this way go by the settings; none means that people carry them by hand. */
export function configuredDestinations(way: ChannelWay): Destination[] {
  return way === 'follow' ? ['follow'] : [];
}
