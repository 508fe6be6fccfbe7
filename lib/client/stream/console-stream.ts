import 'client-only';
import type { QueryClient } from '@tanstack/react-query';
import { openIncidentsKey } from '../store/query-keys';
import { catchUpRecord } from '../store/record-cache';
import { setServerTime } from '../store/server-clock';
import { reportStreamGap } from '../telemetry/report';
import { applyMessage } from './apply-message';
import { getLink, heard, noticeNewVersion, noticeSignedOut, silenceMs, watchSilence } from './link-store';
import { browserParts, SharedStream } from './shared-stream';
import type { StreamMessage } from './stream-message';

/** This tab's share in the browser's one stream, and what is done with each message. */
export class ConsoleStream {
  readonly #stream: SharedStream;
  readonly #watched = new Map<string, number>();
  readonly #stopWatching: () => void;
  readonly #client: QueryClient;
  readonly #buildId: string;
  readonly #onLive: () => void;
  #isGreeted = false;

  constructor(client: QueryClient, buildId: string, onLive: () => void) {
    this.#client = client;
    this.#buildId = buildId;
    this.#onLive = onLive;
    this.#stream = new SharedStream(browserParts(), (message) => this.#hear(message), noticeSignedOut);
    this.#stopWatching = watchSilence(() => this.#stream.takeOver());
    this.#setTopics();
  }

  /** Follows one incident until the returned function is called. */
  watch(number: string): () => void {
    this.#watched.set(number, (this.#watched.get(number) ?? 0) + 1);
    this.#setTopics();
    // Another tab may hold this topic already; then nobody tells this one what happened since its page was made.
    void catchUpRecord(this.#client, number, Number.POSITIVE_INFINITY);
    return () => {
      const left = (this.#watched.get(number) ?? 1) - 1;
      if (left > 0) this.#watched.set(number, left);
      else this.#watched.delete(number);
      this.#setTopics();
    };
  }

  close(): void {
    this.#stopWatching();
    this.#stream.close();
  }

  /** The stream was open before this tab: it does for itself what a greeting would have done. */
  #joinLate(): void {
    void this.#client.invalidateQueries({ queryKey: openIncidentsKey });
    this.#onLive();
  }

  #setTopics(): void {
    this.#stream.setTopics(['health', 'incidents', ...[...this.#watched.keys()].map((number) => `incident:${number}`)]);
  }

  #hear(message: StreamMessage): void {
    const { state, lastHeardMs } = getLink();
    if (state !== 'live' && lastHeardMs !== null) reportStreamGap(silenceMs());
    if (message.name === 'hello' || message.name === 'ping') setServerTime(message.data.at);
    heard();
    if (message.name === 'hello') {
      if (message.data.build !== this.#buildId) noticeNewVersion();
      this.#onLive();
    } else if (!this.#isGreeted) this.#joinLate();
    this.#isGreeted = true;
    applyMessage(this.#client, message);
  }
}
