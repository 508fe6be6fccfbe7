import 'server-only';
import { shortenText } from '@/lib/domain/comms/shorten-text';
import type { Room } from '@/lib/domain/comms/update-facts';

/** From all of it to the least that still says something; what users feel is kept longest. */
const rooms: Room[] = [
  { troubles: Number.POSITIVE_INFINITY, typed: Number.POSITIVE_INFINITY },
  { troubles: 5, typed: Number.POSITIVE_INFINITY },
  { troubles: 5, typed: 300 },
  { troubles: 3, typed: 200 },
  { troubles: 2, typed: 120 },
  { troubles: 1, typed: 80 },
];

/** The first text that a channel takes; the last resort is to cut it after a sentence. */
export function fitToChannel(mostCharacters: number, write: (room: Room) => string): string {
  let text = '';
  for (const room of rooms) {
    text = write(room);
    if (text.length <= mostCharacters) return text;
  }
  return shortenText(text, mostCharacters);
}
