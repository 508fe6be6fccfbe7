import 'server-only';
import en from 'zod/v4/locales/en.js';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { getState } from '../incident/get-record';
import { listRowHolders } from '../incident/list-row-holders';
import { problemResponse, problems } from '../kernel/problem';
import { readJson } from '../kernel/read-json';
import { prepareForIncident, prepareQuestion } from './prepare-for-incident';

const inWords = { error: en().localeError };

/** Answers with texts for every channel; 404 for an incident that is absent or hidden (rule A7), 422 for a strange question. */
export async function servePrepare(actor: Actor, number: string, request: Request, traceId: string): Promise<Response> {
  const record = await getState(actor, number);
  if (!record) return problemResponse(problems.notFound, traceId);
  if (!isAllowed(actor.role, 'comms.prepare')) return problemResponse(problems.needsResponder, traceId);
  const reading = await readJson(request);
  if (!reading.ok) return problemResponse(reading.problem, traceId);
  const question = prepareQuestion.safeParse(reading.body, inWords);
  if (!question.success) {
    const errors = question.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`,
    );
    return problemResponse(
      { status: 422, code: 'invalid_question', title: 'The question is not right', errors },
      traceId,
    );
  }
  const prepared = prepareForIncident(record.state, question.data, await listRowHolders());
  if (!prepared) {
    const title = `The catalogue has no words in “${question.data.language}”`;
    return problemResponse({ status: 422, code: 'unknown_language', title }, traceId);
  }
  return Response.json(prepared, { headers: { 'cache-control': 'no-store' } });
}
