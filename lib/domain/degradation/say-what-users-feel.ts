import type { Service, UserFunction } from '../catalogue/catalogue';
import type { ComponentStatus } from '../health/health';
import type { FunctionRow, MatrixRow } from './matrix';

interface Situation {
  functions: readonly UserFunction[];
  services: readonly Service[];
  /** Trouble first. */
  rows: readonly MatrixRow[];
  functionRows: readonly FunctionRow[];
  /** Names of the platform's targets that do not answer, and how many there are in all. */
  silent: readonly string[];
  targetCount: number;
}

const mostSentences = 3;

/** Rule D6: the one true sentence: what fails, then what is not known, then what works. Never says more than is known. */
export function sayWhatUsersFeel(situation: Situation): string {
  if (situation.targetCount === 0) return 'No target is configured: nothing is known about the platform.';
  if (situation.silent.length === situation.targetCount)
    return `We cannot see the platform: ${noAnswerFrom(situation.silent)}.`;
  const troubles = situation.rows.flatMap((row) => sentenceOf(row, situation.services));
  const said = troubles.slice(0, mostSentences);
  if (troubles.length > mostSentences) said.push(`${troubles.length - mostSentences} more rows are in trouble.`);
  return [...said, ...unknownSentence(situation), ...worksSentence(situation, troubles.length === 0)].join(' ');
}

function sentenceOf(row: MatrixRow, services: readonly Service[]): string[] {
  const service = services.find((candidate) => candidate.id === row.serviceId);
  if (row.status === 'down' && service) return [service.down.sentence];
  return row.status === 'degraded' && service ? [service.degraded.sentence] : [];
}

function unknownSentence({ functions, functionRows }: Situation): string[] {
  const names = namesWith('unknown', functions, functionRows);
  return names.length > 0 ? [`Not known: ${joinNames(names)}.`] : [];
}

function worksSentence({ functions, functionRows }: Situation, isCalm: boolean): string[] {
  const names = namesWith('ok', functions, functionRows);
  if (names.length === 0) return [];
  if (isCalm && names.length === functions.length) return [`Everything works: ${joinNames(names)}.`];
  return [`${capitalise(joinNames(names))} ${names.length === 1 ? 'works' : 'work'}.`];
}

function namesWith(
  status: ComponentStatus,
  functions: readonly UserFunction[],
  rows: readonly FunctionRow[],
): string[] {
  return functions
    .filter(({ id }) => rows.some((row) => row.id === id && row.status === status))
    .map((f) => f.inSentence);
}

function noAnswerFrom(names: readonly string[]): string {
  if (names.length === 1) return `${names[0]} does not answer`;
  return names.length === 2 ? `neither ${names[0]} nor ${names[1]} answers` : `none of ${joinNames(names)} answers`;
}

function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
