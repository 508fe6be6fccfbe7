import type { SecretCount } from '../../../domain/evidence/events';
import { buildLineIndex, type LineIndex } from '../reading/line-index';
import { findSecrets } from '../secrets/find-secrets';
import type { FoundSecret } from '../secrets/found-secret';
import { scanFile } from '../secrets/scan-file';

/** What the evidence worker can be asked; each answers with something that can be posted. */
export const tasks = {
  find: ({ text }: { text: string }): Promise<FoundSecret[]> => findSecrets(text),
  scan: ({ path }: { path: string }): Promise<SecretCount[]> => scanFile(path),
  index: ({ path }: { path: string }): Promise<LineIndex> => buildLineIndex(path),
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;

export interface Question {
  id: number;
  task: TaskName;
  input: unknown;
}

export type Reply = { id: number; answer: unknown } | { id: number; reason: string };
