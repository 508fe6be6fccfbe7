import 'server-only';
import type { Problem } from '../kernel/problem';

/** A file that is not taken, and what its sender is told. */
export class UploadRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'UploadRefused';
    this.problem = problem;
  }
}

const inWords = (bytes: number) => `${bytes.toLocaleString('en')} bytes`;

export const uploadProblems = {
  tooLarge: (mostBytes: number): Problem => ({
    ...{ status: 413, code: 'too_large', title: `The file is larger than ${inWords(mostBytes)}` },
    detail: 'Nothing was kept. Send a part of it, or have EVIDENCE_MAX_BYTES raised.',
  }),
  empty: {
    ...{ status: 422, code: 'empty_file', title: 'Nothing arrived' },
    detail: 'The file is empty, so it proves nothing. Look whether the command says why.',
  },
  wrongLength: (announced: number, sizeBytes: number): Problem => ({
    ...{ status: 400, code: 'wrong_length', title: `${inWords(announced)} were announced, ${inWords(sizeBytes)} came` },
    detail: 'Nothing was kept. Send it again.',
  }),
  wrongChecksum: {
    ...{ status: 422, code: 'wrong_checksum', title: 'What arrived is not what was announced' },
    detail: 'Its SHA-256 is another one, so nothing was kept. Send it again.',
  },
  noSpace: {
    ...{ status: 507, code: 'no_space', title: 'There is no room left for this file' },
    detail: 'Keep it where it is, and tell whoever runs the console. The record itself goes on.',
  },
  busy: {
    ...{ status: 503, code: 'too_many_uploads', title: 'Too many files arrive right now' },
    ...{ detail: 'Try again in a moment.', retryAfterSeconds: 5 },
  },
  badRequest: (title: string): Problem => ({ status: 422, code: 'bad_upload', title }),
} as const;
