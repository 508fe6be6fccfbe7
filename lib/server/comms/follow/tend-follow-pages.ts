import 'server-only';
import { followStreams } from './follow-streams';
import { viewLog } from './view-log';

const pingMs = 3_000;
const lookMs = 5_000;
const flushMs = 20_000;

/** Heartbeats and a second look for open follow pages, since a notification is only a poke (rule K9); and their views. */
export function tendFollowPages(): () => Promise<void> {
  const timers = [
    setInterval(() => followStreams().ping(), pingMs),
    setInterval(
      () =>
        void followStreams()
          .look()
          .catch(() => {}),
      lookMs,
    ),
    setInterval(() => void viewLog().flush(), flushMs),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    followStreams().drain();
    await viewLog().flush(true);
  };
}
