const statuses = ['ok', 'degraded', 'down', 'disabled', 'unknown'] as const;
type Status = (typeof statuses)[number];

/** One thing that has to be so for a step to be needed. */
export type StepCondition =
  | { about: 'unclassified'; afterMinutes: number }
  | { about: 'classified' }
  | { about: 'class'; id: string; isNot: boolean }
  | { about: 'severity'; relation: 'is' | 'is not' | 'below' | 'above'; severity: string }
  | { about: 'alert'; isNot: boolean }
  | { about: 'service'; id: string; status: Status; isNot: boolean }
  | { about: 'answer'; question: string; answer: string; isNot: boolean };

/** How conditions are written, in words that follow "expected". */
export const conditionShape =
  'conditions joined by and, each one of: unclassified, unclassified after <n> min, classified, class is <class>, severity is|is not|below|above <severity>, alert, no alert, service <service> is <status>, <question> is <answer>';

/** What questions cannot be called, since conditions about something else begin with it. */
export const reservedQuestions = ['severity', 'class', 'service', 'alert', 'classified', 'unclassified'];

type Read = (parts: Record<string, string | undefined>) => StepCondition;

const readers: [RegExp, Read][] = [
  [
    /^unclassified(?: after (?<minutes>\d{1,3}) min)?$/,
    ({ minutes }) => ({ about: 'unclassified', afterMinutes: Number(minutes ?? 0) }),
  ],
  [/^classified$/, () => ({ about: 'classified' })],
  [/^(?<not>no )?alert$/, ({ not }) => ({ about: 'alert', isNot: not !== undefined })],
  [
    /^class is (?<not>not )?(?<id>[a-z0-9-]+)$/,
    ({ id = '', not }) => ({ about: 'class', id, isNot: not !== undefined }),
  ],
  [
    /^severity (?<relation>is not|is|below|above) (?<severity>\S+)$/,
    ({ relation, severity = '' }) => ({ about: 'severity', relation: relation as 'is', severity }),
  ],
  [
    new RegExp(`^service (?<id>[a-z0-9-]+) is (?<not>not )?(?<status>${statuses.join('|')})$`),
    ({ id = '', not, status }) => ({ about: 'service', id, status: status as Status, isNot: not !== undefined }),
  ],
  [
    /^(?<question>[a-z0-9-]+) is (?<not>not )?(?<answer>\S.*)$/,
    ({ question = '', not, answer = '' }) => ({ about: 'answer', question, answer, isNot: not !== undefined }),
  ],
];

/** Reads the `when` of a step; null when a part of it is no condition. All of them have to hold. */
export function readConditions(when: string): StepCondition[] | null {
  const conditions = when.split(/\s+and\s+/).map((part) => readCondition(part.trim()));
  return conditions.every((condition) => condition !== null) ? conditions : null;
}

function readCondition(text: string): StepCondition | null {
  for (const [shape, read] of readers) {
    const match = shape.exec(text);
    if (!match) continue;
    const condition = read(match.groups ?? {});
    return condition.about === 'answer' && reservedQuestions.includes(condition.question) ? null : condition;
  }
  return null;
}

/** What a condition speaks of, and which of all that it can be it allows: two that share a subject can deny each other. */
export function allowedBy(condition: StepCondition, all: ConditionWorld): { subject: string; allowed: string[] } {
  switch (condition.about) {
    case 'unclassified':
      return { subject: 'class', allowed: [''] };
    case 'classified':
      return { subject: 'class', allowed: all.classes };
    case 'class':
      return { subject: 'class', allowed: pick(['', ...all.classes], condition.id, condition.isNot) };
    case 'severity':
      return { subject: 'severity', allowed: severities(all.ladder, condition.relation, condition.severity) };
    case 'alert':
      return { subject: 'alert', allowed: [String(!condition.isNot)] };
    case 'service':
      return { subject: `service ${condition.id}`, allowed: pick(statuses, condition.status, condition.isNot) };
    case 'answer': {
      const answers = all.answers.get(condition.question) ?? [];
      return { subject: condition.question, allowed: pick(answers, condition.answer, condition.isNot) };
    }
  }
}

/** All that conditions of one checklist can speak of. */
export interface ConditionWorld {
  /** Ids of failure classes. */
  classes: string[];
  /** Ids of severities, most severe first. */
  ladder: string[];
  /** The answers of the questions that stand before the step, by question. */
  answers: ReadonlyMap<string, string[]>;
}

function pick(all: readonly string[], one: string, isNot: boolean): string[] {
  return all.filter((each) => (each === one) !== isNot);
}

/** The severities of a ladder, most severe first, that stand so to one of them. */
export function severities(
  ladder: readonly string[],
  relation: Extract<StepCondition, { about: 'severity' }>['relation'],
  severity: string,
): string[] {
  const place = ladder.indexOf(severity);
  return ladder.filter((id, rank) => {
    if (relation === 'below') return rank > place;
    if (relation === 'above') return rank < place;
    return (id === severity) === (relation === 'is');
  });
}
