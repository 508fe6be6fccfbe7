import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Check, withoutProblems } from './check';

/** What `package-lock.json` says of one package. */
export interface LockedPackage {
  version?: string;
  resolved?: string;
  dev?: boolean;
  license?: string;
}

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const REGISTRY = 'https://registry.npmjs.org/';

/** Every locked package by its place, such as `node_modules/next`; the project itself is left out. */
export function readLock(root: string): [place: string, locked: LockedPackage][] {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(packages).filter(([place]) => place !== '');
}

/** A range would let two installs differ. */
export function loosePins({ dependencies, devDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `package.json: ${name} is "${version}", expected one exact version`);
}

/** A mirror's address in the lock works for those who can reach the mirror only. */
export function foreignAddresses(lock: readonly [string, LockedPackage][]): string[] {
  return lock
    .filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith(REGISTRY))
    .map(([place]) => `package-lock.json: ${place} comes from elsewhere than ${REGISTRY}`);
}

/** The same packages everywhere, from the public registry. */
export const lockCheck = (root: string): Check => ({
  title: 'Exact versions, public registry',
  run: async () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
    return withoutProblems([...loosePins(manifest), ...foreignAddresses(readLock(root))]);
  },
});
