import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ lock: string, dev: boolean }} Marker */

const readJson = (/** @type {string} */ file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const markerFile = (/** @type {string} */ root) => path.join(root, 'node_modules', '.installed.json');

const lockHash = (/** @type {string} */ root) =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

/**
 * What an install by hand left behind, judged by the lock that npm keeps inside node_modules.
 * @param {string} root
 * @returns {Marker | undefined} undefined when a package is missing or has another version
 */
function judgeByHand(root) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
  const present = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !present) return undefined;
  let dev = true;
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.optional || entry.devOptional) continue;
    if (present[place]?.version === entry.version) continue;
    if (!entry.dev) return undefined;
    dev = false;
  }
  return { lock: lockHash(root), dev };
}

/**
 * Whether the packages of the present lock are there. `hadDev` says whether an earlier install had the packages for
 * development, so that bringing it up to date takes nothing away.
 * @param {string} root
 * @param {{ dev: boolean }} wanted
 */
export function installState(root, wanted) {
  /** @type {Marker | undefined} */
  const marker = readJson(markerFile(root));
  const known = marker?.lock === lockHash(root) ? marker : judgeByHand(root);
  return { isInstalled: known !== undefined && (known.dev || !wanted.dev), hadDev: (known ?? marker)?.dev === true };
}

/**
 * Remembers a finished install.
 * @param {string} root
 * @param {boolean} dev whether it has the packages for development
 */
export function markInstalled(root, dev) {
  writeFileSync(markerFile(root), `${JSON.stringify({ lock: lockHash(root), dev })}\n`);
}
