import type { FoundLines, ReadLine, ReadPage } from '@/lib/domain/evidence/reading';

export type LinesAnswer =
  | { kind: 'page'; page: ReadPage }
  | { kind: 'preparing' }
  | { kind: 'trouble'; words: string; isFinal: boolean };

const signedOut = 'You are signed out. Sign in in another tab, then try again.';
const unreached = 'The console cannot be reached, or it did not answer.';

async function troubleOf(response: Response): Promise<LinesAnswer> {
  const { detail, title } = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
  if (response.status === 401) return { kind: 'trouble', words: signedOut, isFinal: false };
  const isFinal = response.status === 422 || response.status === 410 || response.status === 404;
  return { kind: 'trouble', words: detail ?? title ?? unreached, isFinal };
}

async function ask(id: string, from: number, count: number): Promise<LinesAnswer> {
  try {
    const response = await fetch(`/api/v1/evidence/${id}/lines?from=${from}&count=${count}`, { cache: 'no-store' });
    if (response.status === 202) return { kind: 'preparing' };
    return response.ok ? { kind: 'page', page: (await response.json()) as ReadPage } : await troubleOf(response);
  } catch {
    return { kind: 'trouble', words: unreached, isFinal: false };
  }
}

/** So many lines from one on; never throws. Huge lines come a few at a time, and are asked for until all are there. */
export async function askForLines(id: string, from: number, count: number): Promise<LinesAnswer> {
  const lines: ReadLine[] = [];
  for (;;) {
    const answer = await ask(id, from + lines.length, count - lines.length);
    if (answer.kind !== 'page') return answer;
    lines.push(...answer.page.lines);
    const { total } = answer.page;
    const isAll =
      lines.length >= count || answer.page.lines.length === 0 || total === null || from + lines.length > total;
    if (isAll) return { kind: 'page', page: { ...answer.page, lines } };
  }
}

/** The lines that hold some words, from one line on; null when they could not be asked for. */
export async function askWhereIs(
  id: string,
  { words, isExact, from }: { words: string; isExact: boolean; from: number },
  signal: AbortSignal,
): Promise<FoundLines | null> {
  try {
    const query = new URLSearchParams({ q: words, from: String(from), match: isExact ? 'case' : 'any' });
    const response = await fetch(`/api/v1/evidence/${id}/find?${query}`, { cache: 'no-store', signal });
    return response.status === 200 ? ((await response.json()) as FoundLines) : null;
  } catch {
    return null;
  }
}
