import type { Impact, UserFunction } from '../catalogue/catalogue';
import type { ComponentStatus } from '../health/health';
import type { Silence } from '../health/staleness';
import type { FunctionRow, MatrixRow, UnmappedComponent } from './matrix';
import type { MatrixService } from './matrix-catalogue';

interface Situation {
  functions: readonly UserFunction[];
  services: readonly MatrixService[];
  /** Trouble first. */
  rows: readonly MatrixRow[];
  functionRows: readonly FunctionRow[];
  /** The platform's targets of which nothing is known now, and how many there are in all. */
  silent: readonly { name: string; silence: Silence }[];
  targetCount: number;
  unmapped: readonly UnmappedComponent[];
  /** Targets that call themselves degraded or down and name nothing that is. */
  unexplained: readonly { name: string; status: ComponentStatus }[];
}

const mostSentences = 3;

/** Rules D6, D13, D14: the one true sentence: what fails, then what is not known, then what works. Never says more than is known. */
export function sayWhatUsersFeel(situation: Situation): string {
  const { targetCount, silent } = situation;
  if (targetCount === 0) return 'No target is configured: nothing is known about the platform.';
  if (silent.length === targetCount) return `We cannot see the platform: ${noAnswerFrom(silent)}.`;
  const troubles = worthSaying(situation);
  const said = troubles.slice(0, mostSentences).map((impact) => impact.sentence);
  if (troubles.length > mostSentences) said.push(`${troubles.length - mostSentences} more rows are in trouble.`);
  const doubts = [...unmappedSentences(situation), ...unexplainedSentences(situation)];
  return [
    ...said,
    ...unnamedSentences(situation, said.join(' ').toLowerCase()),
    ...doubts,
    ...unknownSentence(situation),
    ...worksSentence(situation, troubles.length > 0 ? 'trouble' : doubts.length > 0 ? 'doubt' : 'calm'),
  ].join(' ');
}

/** Rule D13: every function that fails or is impaired is named, if not by the sentence of its row then after it. */
function unnamedSentences({ functions, functionRows }: Situation, said: string): string[] {
  const unnamed = (status: ComponentStatus) =>
    namesWith(status, functions, functionRows).filter((name) => !said.includes(name.toLowerCase()));
  const isTotal = functions.length > 0 && functionRows.every(({ status }) => status === 'down');
  if (isTotal) return ['Nothing that users do works.'];
  const [down, degraded] = [unnamed('down'), unnamed('degraded')];
  return [
    ...(down.length > 0 ? [`Not working: ${joinNames(down)}.`] : []),
    ...(degraded.length > 0 ? [`Slow or failing in part: ${joinNames(degraded)}.`] : []),
  ];
}

/** Rule D14: what no row knows and is not well, by name and where; what users feel of it nobody can say. */
function unmappedSentences({ unmapped }: Situation): string[] {
  const byWords = new Map<string, string[]>();
  for (const { key, status, message, targetName } of unmapped.filter(isUneasy)) {
    const words = message === `${key} is false` ? message : `${key} is ${status}`;
    byWords.set(words, [...(byWords.get(words) ?? []), targetName]);
  }
  const all = [...byWords];
  if (all.length === 0) return [];
  const said = all.slice(0, mostSentences).map(([words, targets]) => `${words} on ${joinNames([...new Set(targets)])}`);
  const more = all.length > mostSentences ? [`${all.length - mostSentences} more`] : [];
  return [`${joinNames([...said, ...more])}; no row of the matrix has it, so nobody knows what users feel.`];
}

function unexplainedSentences({ unexplained }: Situation): string[] {
  return unexplained.map(({ name, status }) => `${name} reports itself ${status} but names nothing that is.`);
}

/** A component outside the matrix that somebody should look at. */
export function isUneasy({ status, isSilent }: Pick<UnmappedComponent, 'status' | 'isSilent'>): boolean {
  return !isSilent && status !== 'ok' && status !== 'disabled';
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

function worksSentence({ functions, functionRows }: Situation, mood: 'calm' | 'doubt' | 'trouble'): string[] {
  const names = namesWith('ok', functions, functionRows);
  if (names.length === 0) return [];
  if (mood === 'calm' && names.length === functions.length) return [`Everything works: ${joinNames(names)}.`];
  if (mood === 'doubt') return [`Working, as far as the matrix knows: ${joinNames(names)}.`];
  return [`Working: ${joinNames(names)}.`];
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

/** Rule H30: "does not answer" is said only of targets that were asked just now. */
function noAnswerFrom(silent: Situation['silent']): string {
  const names = silent.map(({ name }) => name);
  if (silent.some(({ silence }) => silence !== 'no_answer')) return `nothing new from ${joinNames(names)}`;
  if (names.length === 1) return `${names[0]} does not answer`;
  return names.length === 2 ? `neither ${names[0]} nor ${names[1]} answers` : `none of ${joinNames(names)} answers`;
}

function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
