import 'server-only';
import type { Readable } from 'node:stream';
import { openPromise } from 'yauzl';

/** The bytes of one entry of a zip that was verified. Throws when it is not there. */
export async function readEntry(file: string, name: string): Promise<Readable> {
  const zip = await openPromise(file, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue;
      const bytes = await zip.openReadStreamPromise(entry);
      bytes.once('close', () => zip.close());
      return bytes;
    }
  } catch (error) {
    zip.close();
    throw error;
  }
  zip.close();
  throw new Error(`${name} is not in the export`);
}
