/** One file on its way from this browser, as a page shows it. */
export interface UploadView {
  id: number;
  number: string;
  name: string;
  sizeBytes: number;
  sentBytes: number;
  /** Over the last seconds; null while nothing is known. */
  bytesPerSecond: number | null;
  /** Waiting: the line is bad, and it tries again by itself. */
  state: 'sending' | 'waiting' | 'saved' | 'refused' | 'stopped';
  /** What the console answered when it refused. */
  reason: string | null;
  /** Id of the file once it is saved. */
  evidenceId: string | null;
  /** As this browser worked it out; null while it has not. */
  sha256: string | null;
}
