import 'server-only';
import { type Problem, problemResponse, problems } from '../kernel/problem';

export const tusProblems = {
  gone: { status: 410, code: 'upload_gone', title: 'This upload is over. Begin anew' },
} as const satisfies Record<string, Problem>;

/** A refusal as the tus library takes it from its hooks: an object with these two members. */
export function tusRefusal(problem: Problem): { status_code: number; body: string } {
  return { status_code: problem.status, body: JSON.stringify(problem) };
}

const kept = /^(tus-|upload-|location|cache-control)/;

/** The library's answer as ours: refusals are problems, and nothing is said to other origins. */
export async function asOurs(answer: Response, traceId: string): Promise<Response> {
  const headers = new Headers([...answer.headers].filter(([name]) => kept.test(name)));
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (answer.status < 400) return new Response(answer.body, { status: answer.status, headers });
  const problem = problemResponse(readProblem(answer.status, await answer.text()), traceId);
  for (const [name, value] of headers) problem.headers.set(name, value);
  return problem;
}

function readProblem(status: number, text: string): Problem {
  if (text.startsWith('{')) return JSON.parse(text) as Problem;
  if (status === 404) return problems.notFound;
  // What went wrong inside is for the log.
  if (status >= 500) return { ...problems.bug, status };
  return { status, code: 'upload_refused', title: text.trim() };
}
