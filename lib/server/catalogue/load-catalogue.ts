import 'server-only';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { type CatalogueMistake, crossCheck } from '@/lib/domain/catalogue/cross-check';
import * as schemas from '@/lib/domain/catalogue/schemas';
import { positionOf, type ReadFile, readYamlFile } from './read-yaml-file';

/** A catalogue, or every mistake in it as "file:line: expected …". */
export type LoadedCatalogue = { ok: true; catalogue: Catalogue } | { ok: false; mistakes: string[] };

/** Reads, checks and hashes the folder. Never throws for what a file says; nothing is half-loaded. */
export function loadCatalogue(folder: string): LoadedCatalogue {
  const mistakes: string[] = [];
  const files: ReadFile[] = [];
  const read = <T>(name: string, schema: Parameters<typeof readYamlFile<T>>[2]): T | null => {
    const file = readYamlFile(folder, name, schema);
    files.push(file);
    mistakes.push(...file.mistakes);
    return file.value;
  };
  const platform = read('platform.yaml', schemas.platformFile);
  const targets = read('targets.yaml', schemas.targetsFile);
  const functions = read('functions.yaml', schemas.functionsFile);
  const services = read('services.yaml', schemas.servicesFile);
  const severities = read('severities.yaml', schemas.severitiesFile);
  const checklists = read('checklists.yaml', schemas.checklistsFile);
  if (!platform || !targets || !functions || !services || !severities || !checklists) return { ok: false, mistakes };

  const catalogue: Catalogue = {
    version: hashOf(folder, files),
    platform: platform.name,
    ...targets,
    ...functions,
    ...services,
    severities: severities.severities,
    defaultSeverity: severities.default,
    ...checklists,
  };
  const crossed = crossCheck(catalogue).map((mistake) => locate(mistake, files));
  return crossed.length > 0 ? { ok: false, mistakes: crossed } : { ok: true, catalogue };
}

function locate({ file, path: keys, expected }: CatalogueMistake, files: readonly ReadFile[]): string {
  const source = files.find((candidate) => candidate.name === file);
  return `${file}:${source ? positionOf(source, keys) : 1}: ${keys.join('.')}: expected ${expected}`;
}

function hashOf(folder: string, files: readonly ReadFile[]): string {
  const hash = createHash('sha256');
  for (const { name } of files) hash.update(`${name}\0`).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}
