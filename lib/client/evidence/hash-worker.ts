import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const pieceBytes = 4 * 1024 * 1024;

/** Hashes a file piece by piece, apart from the page, and answers its SHA-256 in hex. */
async function hashFile(file: Blob): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += pieceBytes) {
    hash.update(new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
}

self.onmessage = ({ data }: MessageEvent<Blob>) => {
  hashFile(data).then(
    (hex) => self.postMessage({ hex }),
    // The file was moved or changed while it was read.
    () => self.postMessage({ hex: null }),
  );
};
