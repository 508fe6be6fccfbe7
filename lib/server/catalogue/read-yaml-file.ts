import 'server-only';
import type * as z from 'zod/mini';
import { parseYaml } from './parse-yaml';
import { type ReadFile, refusedFile } from './read-file';
import { readTextFile } from './read-text-file';

const mostBytes = 1_000_000;

/** Reads one YAML file of the folder by its schema. */
export function readYamlFile<T>(folder: string, name: string, schema: z.ZodMiniType<T>): ReadFile<T> {
  const reading = readTextFile(folder, name, mostBytes);
  if (!reading.ok) return refusedFile(name, reading.mistakes);
  return { name, bytes: reading.bytes, ...parseYaml(name, reading.text, schema) };
}
