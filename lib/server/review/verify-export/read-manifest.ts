import 'server-only';
import * as z from 'zod/mini';
import { type ExportManifest, exportFormat, exportVersion, readableJson } from '../export/export-format';

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const wholeNumber = z.int().check(z.minimum(0));

const evidence = z.object({
  evidenceId: z.uuid(),
  name: z.string(),
  sha256: hex,
  sizeBytes: wholeNumber,
  mediaType: z.string(),
  form: z.enum(['original', 'masked', 'absent']),
  path: z.nullable(z.string()),
  reason: z.optional(z.string()),
});

const manifest = z.object({
  format: z.literal(exportFormat),
  formatVersion: z.literal(exportVersion),
  id: z.uuid(),
  facts: z.looseObject({ number: z.string().check(z.regex(/^INC-\d{4}-\d{4,9}$/)) }),
  head: z.object({ seq: wholeNumber, hash: hex, recordedAt: z.iso.datetime() }),
  catalogVersion: z.string(),
  foldVersion: wholeNumber,
  state: z.looseObject({}),
  evidence: z.array(evidence),
});

/** `incident.json`, or in plain words what is wrong with it. */
export function readManifest(text: string): ExportManifest | string {
  let given: unknown;
  try {
    given = JSON.parse(text);
    if (readableJson(given) !== text) return 'it is not written as exports are';
  } catch {
    return 'it is not JSON';
  }
  const result = z.safeParse(manifest, given);
  if (result.success) return given as ExportManifest;
  const [issue] = result.error.issues;
  return `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'unknown'}`;
}
