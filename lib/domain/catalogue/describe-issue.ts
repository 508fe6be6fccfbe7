import type * as z from 'zod/mini';

/** One thing that a file should have said, with the path of keys to it. */
export interface Expectation {
  path: (string | number)[];
  expected: string;
}

const names: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

/** What the schema expected, in words that follow "expected"; a key that nobody knows is named once each. */
export function describeIssue(issue: z.core.$ZodIssue, root: unknown): Expectation[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], expected: `no key “${key}” here` }));
  }
  const words = issue.message.startsWith('expected ') ? issue.message.slice('expected '.length) : expectationOf(issue);
  const isMissing = path.length > 0 && valueAt(root, path) === undefined;
  return [{ path, expected: isMissing ? `${words}, but the key is missing` : words }];
}

function expectationOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return names[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum} ${unitOf(issue.origin, issue.minimum)}`.trim();
    case 'too_big':
      return `at most ${issue.maximum} ${unitOf(issue.origin, issue.maximum)}`.trim();
    default:
      return 'another value';
  }
}

function unitOf(origin: string, count: number | bigint): string {
  const isOne = Number(count) === 1;
  if (origin === 'string') return isOne ? 'character' : 'characters';
  if (origin === 'array') return isOne ? 'entry' : 'entries';
  return '';
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}
