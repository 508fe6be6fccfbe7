import 'server-only';
import { LiquidError, type StaticAnalysis } from 'liquidjs';
import { internalVariables, publicVariables } from '@/lib/domain/comms/template-variables';
import { templateEngine } from './template-engine';

/** Something wrong in a template. */
export interface TemplateMistake {
  /** From 1. */
  line: number;
  expected: string;
}

type Variable = StaticAnalysis['globals'][string][number];

const partsOfList = ['size', 'first', 'last'];

/** What is wrong with a Liquid text; `mayTellInternals` for readers who work here. */
export function findTemplateMistakes(text: string, mayTellInternals: boolean): TemplateMistake[] {
  const analysis = analyse(text);
  if (Array.isArray(analysis)) return analysis;
  return Object.values(analysis.globals)
    .flat()
    .flatMap((variable) => mistakeOf(variable, mayTellInternals));
}

/** Whether a sound template says the variable. */
export function templateSays(text: string, name: keyof typeof publicVariables): boolean {
  const analysis = analyse(text);
  return !Array.isArray(analysis) && Object.hasOwn(analysis.globals, name);
}

function analyse(text: string): StaticAnalysis | TemplateMistake[] {
  try {
    return templateEngine.analyzeSync(templateEngine.parse(text), { partials: false });
  } catch (error) {
    const [line = 1] = LiquidError.is(error) ? error.token.getPosition() : [];
    const reason = error instanceof Error ? error.message : 'unreadable';
    return [{ line, expected: `a readable template: ${reason.replace(/, line:\d+, col:\d+$/, '')}` }];
  }
}

function mistakeOf({ segments, location }: Variable, mayTellInternals: boolean): TemplateMistake[] {
  const [name = '', ...path] = segments.map(String);
  const known: Record<string, 'list' | 'value'> = {
    ...publicVariables,
    ...(mayTellInternals ? internalVariables : {}),
  };
  const line = location.row;
  if (!Object.hasOwn(known, name)) {
    const isInternal = Object.hasOwn(internalVariables, name);
    const why = isInternal ? `“${name}” is not for the public` : `“${name}” is not known`;
    return [{ line, expected: `one of ${Object.keys(known).join(', ')}; ${why}` }];
  }
  const isSound = path.length === 0 || (known[name] === 'list' && path.length === 1 && isPartOfList(path[0]));
  return isSound ? [] : [{ line, expected: `${name} by itself, not ${name}.${path.join('.')}` }];
}

function isPartOfList(part = ''): boolean {
  return partsOfList.includes(part) || /^\d+$/.test(part);
}
