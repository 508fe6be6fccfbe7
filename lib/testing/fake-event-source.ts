/** Stands for the browser's EventSource: tests speak through it. */
export class FakeEventSource {
  static all: FakeEventSource[] = [];

  /** Those that are open now. */
  static open(): FakeEventSource[] {
    return FakeEventSource.all.filter((source) => !source.isClosed);
  }

  readonly url: URL;
  isClosed = false;
  onerror: (() => void) | null = null;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(url: string) {
    this.url = new URL(url, 'https://console.test');
    FakeEventSource.all.push(this);
  }

  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(name, listener);
  }

  close(): void {
    this.isClosed = true;
  }

  say(name: string, data: unknown, lastEventId = ''): void {
    if (!this.isClosed)
      this.#listeners.get(name)?.({ data: JSON.stringify(data), lastEventId } as MessageEvent<string>);
  }

  fail(): void {
    this.onerror?.();
  }
}
