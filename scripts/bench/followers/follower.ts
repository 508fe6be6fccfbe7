import net from 'node:net';
import { monotonicMs } from '../clock';
import type { StreamAddress } from './asks';

const RETRY_MS = 300;

/** One open event stream on a bare socket: as little work as can be done and still count every event. */
export class Follower {
  /** When it heard the first hello of its present connection; null while it does not. */
  liveAt: number | null = null;
  failures = 0;
  /** Pairs of the highest `seq` and when it came, ascending. */
  readonly received: { seq: number; at: number }[] = [];
  readonly #address: StreamAddress;
  #socket: net.Socket | null = null;
  #lastEventId = '';
  #rest = '';
  #retry: NodeJS.Timeout | null = null;
  #onLive: () => void = () => {};

  constructor(address: StreamAddress) {
    this.#address = address;
  }

  /** Connects, anew when it was connected before; resolves when the console says hello. */
  open(): Promise<void> {
    this.close();
    return new Promise((resolve) => {
      this.#onLive = resolve;
      this.#connect();
    });
  }

  close(): void {
    if (this.#retry) clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = null;
    this.liveAt = null;
    this.#rest = '';
    socket?.destroy();
  }

  /** When it had the event with this `seq`; undefined when it never came. */
  receivedAt(seq: number): number | undefined {
    return this.received.find((one) => one.seq >= seq)?.at;
  }

  #connect(): void {
    const { port, host, path, cookie } = this.#address;
    const socket = net.connect(port, '127.0.0.1');
    this.#socket = socket;
    socket.setNoDelay(true);
    const resume = this.#lastEventId ? `Last-Event-ID: ${this.#lastEventId}\r\n` : '';
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nAccept: text/event-stream\r\n${resume}\r\n`,
    );
    socket.on('data', (chunk) => this.#read(socket, chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#lost(socket));
  }

  #lost(socket: net.Socket): void {
    if (this.#socket !== socket) return;
    this.failures += 1;
    this.close();
    this.#retry = setTimeout(() => this.#connect(), RETRY_MS * (0.7 + Math.random() * 0.6));
  }

  #read(socket: net.Socket, chunk: Buffer): void {
    const at = monotonicMs();
    if (this.#socket !== socket) return;
    const text = this.#rest + chunk.toString('latin1');
    const end = text.lastIndexOf('\n\n');
    if (end === -1 && this.liveAt === null && /^HTTP\/1\.1 (?!200)/.test(text)) {
      socket.destroy();
      return;
    }
    this.#rest = text.slice(end === -1 ? 0 : end + 2);
    if (end !== -1) this.#take(text.slice(0, end), at);
  }

  /** Whole messages. What people typed is JSON on one line, so a line that begins with a field's name is that field. */
  #take(text: string, at: number): void {
    for (const [, id, seq] of text.matchAll(/^id: (INC-\d+-\d+=(\d+))$/gm)) {
      this.#lastEventId = id ?? '';
      this.received.push({ seq: Number(seq), at });
    }
    if (this.liveAt === null && /^event: hello$/m.test(text)) {
      this.liveAt = at;
      this.#onLive();
    }
  }
}
