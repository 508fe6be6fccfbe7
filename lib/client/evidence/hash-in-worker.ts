import 'client-only';

/** The SHA-256 of a file in hex, worked out apart from the page; null when it cannot be read or workers are missing. */
export function hashInWorker(file: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(new URL('./hash-worker.ts', import.meta.url));
      const end = (hex: string | null) => {
        worker.terminate();
        resolve(hex);
      };
      worker.onmessage = ({ data }: MessageEvent<{ hex: string | null }>) => end(data.hex);
      worker.onerror = () => end(null);
      worker.postMessage(file);
    } catch {
      resolve(null);
    }
  });
}
