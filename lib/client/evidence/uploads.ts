import 'client-only';
import type { DetailedError, Upload } from 'tus-js-client';
import { hashInWorker } from './hash-in-worker';
import type { UploadView } from './upload-view';

// A piece fits through proxies that limit bodies, and a bad line costs one piece at most.
const pieceBytes = 32 * 1024 * 1024;
const retryDelays = [0, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 30_000, 30_000, 60_000, 60_000];

/** What is told about where a file belongs. */
export interface UploadTarget {
  number: string;
  recipe?: string | undefined;
}

/** The uploads of this page: resumed after a bad line by themselves, and after a reload when the file is picked again. */
export class Uploads {
  #views: readonly UploadView[] = [];
  readonly #running = new Map<number, Upload>();
  readonly #listeners = new Set<() => void>();
  #last = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly views = (): readonly UploadView[] => this.#views;

  /** Starts to send a file, and to work out its hash beside. */
  async add(file: File, { number, recipe }: UploadTarget): Promise<void> {
    this.#last += 1;
    const id = this.#last;
    const start = { id, number, name: file.name, sizeBytes: file.size, sentBytes: 0 };
    const view: UploadView = {
      ...start,
      ...{ bytesPerSecond: null, state: 'sending', reason: null, evidenceId: null, sha256: null },
    };
    this.#views = [...this.#views, view];
    this.#tell();
    void hashInWorker(file).then((sha256) => this.#change(id, { sha256 }));
    try {
      const { Upload } = await import('tus-js-client');
      this.#send(id, new Upload(file, this.#options(id, file, { number, recipe })));
    } catch {
      this.#change(id, { state: 'refused', reason: 'The console could not be reached. Try again.' });
    }
  }

  /** Stops sending; what arrived is kept for a day, so that picking the file again goes on from there. */
  stop(id: number): void {
    void this.#running.get(id)?.abort();
    this.#running.delete(id);
    this.#change(id, { state: 'stopped' });
  }

  /** Takes a line off the list. */
  forget(id: number): void {
    this.#views = this.#views.filter((view) => view.id !== id);
    this.#tell();
  }

  #options(id: number, file: File, { number, recipe }: UploadTarget): ConstructorParameters<typeof Upload>[1] {
    const begun = performance.now();
    return {
      endpoint: '/api/v1/uploads',
      chunkSize: pieceBytes,
      retryDelays,
      removeFingerprintOnSuccess: true,
      metadata: { number, name: file.name, ...(recipe && { recipe }) },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        const isPassing = status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;
        if (isPassing) this.#change(id, { state: 'waiting' });
        return isPassing;
      },
      onProgress: (sentBytes) => {
        const seconds = (performance.now() - begun) / 1_000;
        this.#change(id, { state: 'sending', sentBytes, bytesPerSecond: seconds > 0.5 ? sentBytes / seconds : null });
      },
      onSuccess: () => {
        const evidenceId = this.#running.get(id)?.url?.split('/').at(-1) ?? null;
        this.#running.delete(id);
        this.#change(id, { state: 'saved', sentBytes: file.size, evidenceId });
      },
      onError: (error) => {
        this.#running.delete(id);
        this.#change(id, { state: 'refused', reason: reasonOf(error) });
      },
    };
  }

  #send(id: number, upload: Upload): void {
    this.#running.set(id, upload);
    upload.findPreviousUploads().then(
      ([previous]) => {
        if (previous) upload.resumeFromPreviousUpload(previous);
        upload.start();
      },
      () => upload.start(),
    );
  }

  #change(id: number, part: Partial<UploadView>): void {
    this.#views = this.#views.map((view) => (view.id === id ? { ...view, ...part } : view));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function reasonOf(error: Error | DetailedError): string {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  try {
    const { detail, title } = JSON.parse(body ?? '') as { detail?: string; title?: string };
    if (detail ?? title) return detail ?? title ?? '';
  } catch {
    // Not a problem document of ours.
  }
  return 'The console did not take it. Try again.';
}

let ours: Uploads | null = null;

/** The uploads of this page, whatever component asks. */
export function uploads(): Uploads {
  ours ??= new Uploads();
  return ours;
}
