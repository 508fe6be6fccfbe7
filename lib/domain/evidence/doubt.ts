/** Why a capture is kept and not taken as evidence (rule E11). */
export type DoubtReason = 'empty' | 'failed' | 'only_errors' | 'short' | 'other_instance' | 'interrupted';

/** The mark on a capture that may not show what it should. */
export interface Doubt {
  reason: DoubtReason;
  /** What the command ended with, where that travelled along. */
  exitStatus?: number | undefined;
  /** The first words of a short output, likely secrets masked. */
  said?: string | undefined;
  /** For `other_instance`: the name of the one that is out. */
  instead?: string | undefined;
}

/** What is known of a capture when it has arrived. */
export interface CaptureFacts {
  sizeBytes: number;
  /** As found in the bytes. */
  mediaType: string;
  /** The first bytes as text: the whole file when it is short. */
  head: string;
  /** What the command ended with; null when that did not travel along. */
  exitStatus: number | null;
  /** The catalogue's command. */
  command: string;
}

// An error message is a few lines; what is longer shows something, whatever it ends with.
const mostErrorBytes = 1_000;
// Without its exit status, a line or two may be anything.
const shortBytes = 200;
const shortLines = 2;

/**
 * Rule E11: what speaks against a capture: its command failed, nothing came out, every line of it is a program's error,
 * or it is a line or two of a command that nobody knows the end of. Null when it can be taken.
 */
export function doubtCapture(facts: CaptureFacts): Doubt | null {
  const { sizeBytes, exitStatus, mediaType } = facts;
  const isText = sizeBytes === 0 || mediaType === 'text/plain';
  const lines = isText && sizeBytes <= mostErrorBytes ? linesOf(facts.head) : null;
  const status = exitStatus === null ? {} : { exitStatus };
  if (lines?.length === 0) return { reason: 'empty', ...status };
  const said = lines ? { said: lines.slice(0, 2).join(' ') } : {};
  if (exitStatus !== null && exitStatus !== 0) return { reason: 'failed', ...status, ...said };
  if (lines?.every((line) => isError(line, facts.command))) return { reason: 'only_errors', ...status, ...said };
  if (exitStatus === null && lines && sizeBytes <= shortBytes && lines.length <= shortLines)
    return { reason: 'short', ...said };
  return null;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A line that opens with a label of failure, or says what could not be done. */
const labelled = /^\W?(error|err|fatal|failure)\b/i;
const unable = /^(can(not|'t| not)|could(n't| not)|unable to|failed to|(permission|access) denied|no such)\b/i;
/** `sh: 1: docker: not found`, `-bash: psql: command not found` */
const shells = /^-?[\w/]*sh(\[\d+\])?: /;
/** `psql: error: connection refused`: a program that speaks of itself. */
const ofProgram = /^([\w.+/-]+)(?:\[\d+\])?: ?\S/;

function isError(line: string, command: string): boolean {
  if (labelled.test(line) || unable.test(line) || shells.test(line)) return true;
  const program = ofProgram.exec(line)?.[1]?.split('/').at(-1);
  return program !== undefined && command.split(/[^\w.+-]+/).includes(program);
}

/** The mark in words, after the file's name: `ended with exit status 2: “connection refused”`. */
export function sayDoubt({ reason, exitStatus, said, instead }: Doubt): string {
  const words = said ? `: “${said}”` : '';
  switch (reason) {
    case 'empty':
      return exitStatus ? `ended with exit status ${exitStatus} and said nothing` : 'is empty';
    case 'failed':
      return `ended with exit status ${exitStatus ?? '?'}${words}`;
    case 'only_errors':
      return `holds nothing but an error${words}`;
    case 'short':
      return `is only a line or two${words}`;
    case 'other_instance':
      return `is of an instance that answers; ${instead ?? 'another one'} is the one that is out`;
    case 'interrupted':
      return 'arrived when the console stopped, so nobody knows how its command ended';
  }
}
