import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Check, withoutProblems } from './check';
import { type LockedPackage, readLock } from './lock';

/** A package that may stay although its licence is not on the list, and why. */
interface Exception {
  /** Its name; a trailing `*` stands for the rest of it. */
  package: string;
  licence: string;
  reason: string;
}

const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'],
  ...['CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'PostgreSQL', 'MPL-2.0'],
]);

const UNKNOWN = 'no licence';

/** Whether an SPDX expression can be met with allowed licences alone. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '').trim();
  return plain
    .split(/\s+or\s+/i)
    .some((choice) => choice.split(/\s+and\s+/i).every((licence) => ALLOWED.has(licence.trim())));
}

function licenceOf(root: string, place: string, locked: LockedPackage): string {
  if (locked.license) return locked.license;
  try {
    const manifest = JSON.parse(readFileSync(path.join(root, place, 'package.json'), 'utf8')) as { license?: string };
    return manifest.license ?? UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

const matches = (exception: Exception, name: string, licence: string): boolean =>
  exception.licence === licence &&
  (exception.package.endsWith('*') ? name.startsWith(exception.package.slice(0, -1)) : exception.package === name);

/** The packages that run in production, whatever platform they are for, and their licences. */
export const licencesCheck = (root: string): Check => ({
  title: 'Licences of dependencies',
  run: async () => {
    const file = path.join(root, 'scripts', 'test', 'licence-exceptions.json');
    const exceptions = JSON.parse(readFileSync(file, 'utf8')) as Exception[];
    const used = new Set<Exception>();
    const problems = readLock(root).flatMap(([place, locked]) => {
      const licence = licenceOf(root, place, locked);
      if (locked.dev || isAllowed(licence)) return [];
      const name = place.split('node_modules/').at(-1) ?? place;
      const exception = exceptions.find((one) => matches(one, name, licence));
      if (exception) used.add(exception);
      return exception ? [] : [`${name}: ${licence}`];
    });
    const unused = exceptions
      .filter((exception) => !used.has(exception))
      .map((exception) => `licence-exceptions.json: ${exception.package} is not needed any more`);
    return withoutProblems([...problems, ...unused]);
  },
});
