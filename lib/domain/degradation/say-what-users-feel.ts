import type { Impact, UserFunction } from '../catalogue/catalogue';
import type { ComponentStatus } from '../health/health';
import type { FunctionRow, MatrixRow } from './matrix';
import type { MatrixService } from './matrix-catalogue';

interface Situation {
  functions: readonly UserFunction[];
  services: readonly MatrixService[];
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
  const { targetCount, silent } = situation;
  if (targetCount === 0) return 'No target is configured: nothing is known about the platform.';
  if (silent.length === targetCount) return `We cannot see the platform: ${noAnswerFrom(silent)}.`;
  const troubles = worthSaying(situation);
  const said = troubles.slice(0, mostSentences).map((impact) => impact.sentence);
  if (troubles.length > mostSentences) said.push(`${troubles.length - mostSentences} more rows are in trouble.`);
  return [...said, ...unknownSentence(situation), ...worksSentence(situation, troubles.length === 0)].join(' ');
}

/**
 * Rule D8: a trouble is said when users feel it and nothing said before makes it small; one that users do not feel is
 * said only when there is nothing else to say.
 */
function worthSaying({ rows, services }: Situation): Impact[] {
  const impacts = rows.flatMap((row) => impactOf(row, services));
  const covered = new Map<string, 'degraded' | 'down'>();
  const felt = impacts.filter(({ functions }) => {
    const news = Object.entries(functions).filter(([id, level]) => !isCovered(covered.get(id), level));
    for (const [id, level] of news) covered.set(id, level);
    return news.length > 0;
  });
  return felt.length > 0 ? felt : impacts;
}

function isCovered(said: 'degraded' | 'down' | undefined, level: 'degraded' | 'down'): boolean {
  return said === 'down' || said === level;
}

function impactOf(row: MatrixRow, services: readonly MatrixService[]): Impact[] {
  const service = services.find((candidate) => candidate.id === row.serviceId);
  if (!service || (row.status !== 'down' && row.status !== 'degraded')) return [];
  return [service[row.status]];
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
