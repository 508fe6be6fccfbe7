import 'server-only';
import { presence } from '../access/presence';
import { tendPresence } from '../access/tend-presence';
import { getCatalogue } from '../catalogue/get-catalogue';
import { keepVersions } from '../catalogue/keep-versions';
import { watchCatalogue } from '../catalogue/watch-catalogue';
import { deliveryQueue } from '../comms/deliveries/console-queue';
import { isFollowPath } from '../comms/follow/follow-place';
import { followStreams } from '../comms/follow/follow-streams';
import { tendFollowPages } from '../comms/follow/tend-follow-pages';
import { env } from '../env';
import { sweepReadings } from '../evidence/reading/sweep-readings';
import { tendReadings } from '../evidence/reading/tend-readings';
import { tendSpool } from '../evidence/tend-spool';
import { isRawUpload, isResumableUpload } from '../evidence/upload-paths';
import { healthBoard } from '../health/health-board';
import { Poller } from '../health/poller';
import { incidentPublisher } from '../incident/publish-incidents';
import { ServiceChangeRecorder } from '../incident/record-service-changes';
import { log } from '../observability/log';
import { buildId } from './build-id';
import { now } from './clock';
import { answerBeforeNext, closeFrontDoor } from './front-door';
import { hub } from './hub';
import { Leader } from './leader';
import { listen } from './listen';
import { runScheduledJobs } from './scheduled-jobs';
import { serveStream } from './serve-stream';
import { sseMessage } from './sse-message';
import { tendStreams } from './tend-streams';

const pollLeaderLock = 71_001;
const catchUpMs = 5_000;
const retryJobsMs = 5_000;
const tendSpoolMs = 30_000;
const tendReadingsMs = 60_000;
const sweepReadingsMs = 3_600_000;
const graceMs = 1_500;

/** Starts all that a console process does beside answering requests: listening, polling, jobs, heartbeats. */
export function runNode(): void {
  const { DATABASE_URL } = env();
  getCatalogue();
  const board = healthBoard();
  const publisher = incidentPublisher();
  let recorder = new ServiceChangeRecorder();
  const poller = new Poller((before) => void recorder.afterPoll(before));
  const catchUp = () => {
    void publisher.catchUp().catch(() => {});
    void board.refresh().catch(() => {});
    void deliveryQueue().look();
  };
  const leader = new Leader(DATABASE_URL, {
    lockId: pollLeaderLock,
    onLead: () => {
      recorder = new ServiceChangeRecorder();
      poller.start();
    },
    onYield: () => poller.stop(),
  });
  const stops = [
    listen(DATABASE_URL, {
      channels: Object.keys(pokes),
      onConnect: catchUp,
      onNotify: (channel, payload) => pokes[channel]?.(payload),
    }),
    () => leader.end(),
    every(catchUpMs, catchUp),
    watchCatalogue({ onReload: (outcome) => outcome === 'changed' && takeOverCatalogue(poller) }),
    keepVersions(),
    tendStreams(),
    tendPresence(),
    deliveryQueue().start(),
    tendFollowPages(),
    keepJobsRunning(DATABASE_URL),
    ...tendEvidence(),
  ];
  openFrontDoor();
  stopOnSignal(stops);
}

/** Moves what arrived on to its store, and sweeps what was copied for reading. */
function tendEvidence(): (() => void)[] {
  void tendSpool().catch(noteUntended);
  return [
    every(tendSpoolMs, () => void tendSpool().catch(noteUntended)),
    every(tendReadingsMs, () => void tendReadings().catch(noteUntended)),
    every(sweepReadingsMs, () => void sweepReadings(now()).catch(noteUntended)),
  ];
}

/** What each notification says to look at again (rule K9). */
const pokes: Record<string, (payload: string) => void> = {
  incident_changed: (payload) => incidentPublisher().poke(payload),
  health_changed: (targetId) =>
    void healthBoard()
      .refresh([targetId])
      .catch(() => {}),
  presence_changed: (payload) => presence().hear(payload),
  delivery_queued: (payload) => deliveryQueue().poke(payload),
  follow_changed: (payload) =>
    void followStreams()
      .look(payload)
      .catch(() => {}),
};

/** What lasts long or carries gigabytes is answered before Next; the libraries for files are loaded by the first one. */
function openFrontDoor(): void {
  answerBeforeNext({ suits: (_, path) => path === '/api/v1/stream', answer: serveStream });
  answerBeforeNext({
    suits: isRawUpload,
    answer: async (...asked) => (await import('../evidence/serve-raw-upload')).serveRawUpload(...asked),
  });
  answerBeforeNext({
    suits: (_, path) => isResumableUpload(path),
    answer: async (...asked) => (await import('../evidence/serve-uploads')).serveUploads(...asked),
  });
  answerBeforeNext({
    suits: (_, path) => isFollowPath(path),
    answer: async (...asked) => (await import('../comms/follow/serve-follow')).serveFollow(...asked),
  });
}

function noteUntended(error: unknown): void {
  log().warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'the spool of evidence waits');
}

/** The files changed: poll what they name now, and let open pages know that they were made with others. */
function takeOverCatalogue(poller: Poller): void {
  healthBoard().retarget();
  poller.restart();
  hub().broadcast(sseMessage('hello', { at: now().toISOString(), build: buildId() }));
}

function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
}

/** The queue needs the database to start; until it is there, the rest of the node goes on without. */
function keepJobsRunning(url: string): () => Promise<void> {
  let isEnded = false;
  let stop = async () => {};
  const start = async (): Promise<void> => {
    try {
      const runner = await runScheduledJobs(url);
      stop = () => runner.stop();
      await runner.promise;
    } catch (error) {
      log().warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'scheduled jobs are waiting');
    }
    if (!isEnded) setTimeout(() => void start(), retryJobsMs).unref();
  };
  void start();
  return async () => {
    isEnded = true;
    await stop().catch(() => {});
  };
}

/**
 * On SIGTERM: goodbye to the streams, which would hold the server, then let go of everything, then leave. Commands
 * under way have a moment to finish; one that does not is sent again by its browser, under the same id.
 */
function stopOnSignal(stops: readonly (() => void | Promise<void>)[]): void {
  const stop = () => {
    const isClosed = closeFrontDoor();
    hub().drain(sseMessage('bye', {}));
    setTimeout(() => process.exit(0), graceMs);
    void Promise.allSettled([isClosed, ...stops.map((end) => end())]).then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
