import 'server-only';
import { type FileHandle, open } from 'node:fs/promises';
import type { EvidenceObject } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import type { ReadPage, Unreadable } from '@/lib/domain/evidence/reading';
import { problemResponse } from '../../kernel/problem';
import { isFileProblem } from '../is-file-problem';
import { EvidenceGone } from '../open-original';
import { findLines } from './find-lines';
import type { LineIndex } from './line-index';
import { lineIndexIfReady } from './line-index-of';
import { noteView } from './note-view';
import type { OpenedEvidence } from './open-evidence';
import { readLines } from './read-lines';
import { askedLines, askedWords } from './read-question';
import { type Readable, readingCopyWithin } from './reading-copy';

/** So long a page waits for a file to be unpacked or fetched, and asks again. */
const patienceMs = 1_500;
/** So long one search goes on before it answers with what it has. */
const searchMs = 4_000;

const answer = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** Lines of a file, as JSON; 202 while it is being made readable, 422 when it cannot be. */
export async function serveLines(request: Request, opened: OpenedEvidence, actor: Actor, traceId: string) {
  const question = askedLines(request.url);
  if (!question.ok) return problemResponse({ status: 400, code: 'bad_query', title: question.title }, traceId);
  await noteView(actor, opened.row);
  const { unmaskedUntil } = opened;
  return withText(opened, traceId, async (file, index) => {
    const asked = { ...question.asked, isUnmasked: unmaskedUntil !== null, signal: request.signal };
    const { lines, masked } = await readLines(file, index, asked);
    const page: ReadPage = { lines, total: index?.lineCount ?? null, isIndexed: index !== null, masked, unmaskedUntil };
    return answer(page);
  });
}

/** The lines that hold some words, as JSON. */
export async function serveFind(request: Request, opened: OpenedEvidence, actor: Actor, traceId: string) {
  const question = askedWords(request.url);
  if (!question.ok) return problemResponse({ status: 400, code: 'bad_query', title: question.title }, traceId);
  await noteView(actor, opened.row);
  const { q: words, from, match } = question.asked;
  const asked = { words, from, match, timeMs: searchMs, signal: request.signal };
  return withText(opened, traceId, async (file, index) =>
    answer(await findLines(file, index, { ...asked, isUnmasked: opened.unmaskedUntil !== null })),
  );
}

type Show = (file: FileHandle, index: LineIndex | null) => Promise<Response>;

async function withText({ row }: OpenedEvidence, traceId: string, show: Show): Promise<Response> {
  // Between the look for it and the opening, a file may go on to the store: then the second look finds it.
  const text = (await openText(row)) ?? (await openText(row));
  if (!text) throw new EvidenceGone('the file is not where it was');
  if (text.state === 'preparing') return answer(text, 202);
  if (text.state === 'unreadable') {
    const problem = { status: 422, code: 'not_readable', title: 'There are no lines to show', detail: text.why };
    return problemResponse(problem, traceId);
  }
  try {
    return await show(text.file, await lineIndexIfReady(row.id, text));
  } finally {
    await text.file.close();
  }
}

type OpenedText = (Readable & { file: FileHandle }) | Unreadable;

async function openText(row: EvidenceObject): Promise<OpenedText | null> {
  if (row.indexState === 'unreadable' && row.indexNote) return { state: 'unreadable', why: row.indexNote };
  const reading = await readingCopyWithin(row, patienceMs);
  if (reading.state !== 'ready') return reading;
  try {
    return { ...reading, file: await open(reading.path) };
  } catch (error) {
    if (isFileProblem(error, 'ENOENT')) return null;
    throw error;
  }
}
