import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { FoundSecret } from './found-secret';

const PREFIX = '@secretlint/secretlint-rule-';
const PRESET = `${PREFIX}preset-recommend`;
const KINDS: Record<string, string> = {
  aws: 'access key',
  gcp: 'access key',
  privatekey: 'private key',
  basicauth: 'password',
  'database-connection-string': 'password',
};
/** Found by the project's own rules with less around it; theirs would hide host and database too. */
const ANSWERED = new Set(['basicauth', 'database-connection-string', 'privatekey']);
const MORE_OF_IT = /[\w+/=-]{0,4096}/y;

const config = { rules: [{ id: PRESET, rule: creator, options: {} }] };

/** Text can ask the rules to look away ("secretlint-disable"); evidence shall not have that say. The length stays. */
function withoutSay(text: string): string {
  return text.includes('secretlint-') ? text.replaceAll('secretlint-', 'secretlint_') : text;
}

function endOf(text: string, from: number): number {
  MORE_OF_IT.lastIndex = from;
  return from + (MORE_OF_IT.exec(text)?.[0].length ?? 0);
}

/** What the maintained rules of secretlint find; each to the end of its word, for a rule may know only how it begins. */
export async function findByPreset(text: string): Promise<FoundSecret[]> {
  const { messages } = await lintSource({
    source: { filePath: '/evidence.log', content: withoutSay(text), contentType: 'text', ext: '.log' },
    options: { config, locale: 'en', noPhysicFilePath: true },
  });
  return messages.flatMap(({ ruleId, range }) => {
    const name = ruleId.replace(PREFIX, '');
    if (ANSWERED.has(name)) return [];
    return [{ from: range[0], to: endOf(text, range[1]), kind: KINDS[name] ?? 'token' }];
  });
}
