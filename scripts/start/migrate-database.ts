import path from 'node:path';
import { applyMigrations } from '../../lib/server/kernel/apply-migrations';

const CANNOT_REACH = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET', 'EAI_AGAIN']);
const REFUSES_US = /^(28|3D)/;

function connectionProblem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CANNOT_REACH.has(code)) return `nothing answers there (${code})`;
  if (REFUSES_US.test(code)) return `the server refuses it: ${error.message}`;
  return /timeout/i.test(error.message) ? 'it does not answer in time' : undefined;
}

/** Applies the project's migrations. Throws one line when the database cannot be reached. */
export async function migrateDatabase(root: string, databaseUrl: string): Promise<string[]> {
  try {
    return await applyMigrations(databaseUrl, path.join(root, 'prisma', 'migrations'));
  } catch (error) {
    const problem = connectionProblem(error);
    if (!problem) throw error;
    throw new Error(`DATABASE_URL: ${problem}. Start that database, or leave the variable out for an embedded one.`);
  }
}
