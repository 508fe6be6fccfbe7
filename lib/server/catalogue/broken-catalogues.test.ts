import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue';

const shipped = path.resolve(import.meta.dirname, '../../../catalog');
const makePipe = 'mkfifo';
let scratch = '';

beforeAll(() => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'broken-catalogues-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the shipped catalogue that a test may spoil. */
class Copy {
  readonly folder = path.join(mkdtempSync(path.join(scratch, 'case-')), 'catalog');

  constructor() {
    cpSync(shipped, this.folder, { recursive: true });
  }

  place(name: string): string {
    return path.join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.place(name), 'utf8');
  }

  write(name: string, text: string | Uint8Array): this {
    writeFileSync(this.place(name), text);
    return this;
  }

  /** The first `from` becomes `to`; it must be there. */
  swap(name: string, from: string, to: string): this {
    const text = this.read(name);
    if (!text.includes(from)) throw new Error(`${name} has no “${from}”`);
    return this.write(
      name,
      text.replace(from, () => to),
    );
  }

  /** The line (from 1) of the nth place that says `words`. */
  lineOf(name: string, words: string, nth = 1): number {
    const lines = this.read(name).split('\n');
    const found = lines.flatMap((line, index) => (line.includes(words) ? [index + 1] : []));
    const line = found[nth - 1];
    if (line === undefined) throw new Error(`${name} does not say “${words}” ${nth} times`);
    return line;
  }
}

interface Broken {
  what: string;
  spoil: (copy: Copy) => void;
  /** The file, and the words on the line that is blamed (and which of them), or its number. */
  at: [file: string, words: string | number, nth?: number];
  /** What follows file and line. */
  says: RegExp;
}

const runbook = 'runbooks/redis-down.md';
const template = 'comms/status-page.en.md';
const words = 'comms/words.fr.yaml';
const firstStep = '- [ ] Does the master answer PING, and how fast?';
const aliasBomb = ['bomb:', '  - &a [x, x, x, x, x, x, x, x, x, x]']
  .concat(['b', 'c', 'd', 'e'].map((name, index) => `  - &${name} [${`*${'abcd'[index]}, `.repeat(10)}]`))
  .join('\n');

const spoiled: Broken[] = [
  {
    what: 'a service id that stands twice',
    spoil: (copy) => copy.swap('services.yaml', '- id: coturn', '- id: clamav'),
    at: ['services.yaml', '- id: clamav', 2],
    says: /^services\.10\.id: expected an id that stands once, not “clamav” again$/,
  },
  {
    what: 'a severity id that stands twice',
    spoil: (copy) => copy.swap('severities.yaml', '- id: SEV-3', '- id: SEV-2'),
    at: ['severities.yaml', '- id: SEV-2', 2],
    says: /^severities\.2\.id: expected an id that stands once/,
  },
  {
    what: 'an evidence id that stands twice',
    spoil: (copy) => copy.swap('evidence.yaml', '- id: stream-log', '- id: api-log'),
    at: ['evidence.yaml', '- id: api-log', 2],
    says: /^recipes\.1\.id: expected an id that stands once/,
  },
  {
    what: 'a checklist called like a runbook',
    spoil: (copy) => copy.swap('checklists.yaml', 'id: first-five-minutes', 'id: redis-down'),
    at: ['checklists.yaml', 'id: redis-down'],
    says: /^checklists\.0\.id: expected an id that no runbook has, not “redis-down”$/,
  },
  {
    what: 'a holiday that stands twice',
    spoil: (copy) => copy.swap('severities.yaml', '- 2026-01-01', '- 2026-04-06'),
    at: ['severities.yaml', '- 2026-04-06', 2],
    says: /^calendar\.holidays\.1: expected a day that stands once, not 2026-04-06 again$/,
  },
  {
    what: 'a condition in no known words',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {when: the moon is full of}`),
    at: [runbook, firstStep],
    says: /^items\.2\.when: expected conditions joined by and, .*; not “the moon is full of”$/,
  },
  {
    what: 'a condition about a severity that is not there',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {when: severity below SEV-9}`),
    at: [runbook, firstStep],
    says: /^items\.2\.when: expected one of SEV-1, SEV-2, SEV-3; “SEV-9” is not known$/,
  },
  {
    what: 'a condition about a service that is not there',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {when: service stripe is down}`),
    at: [runbook, firstStep],
    says: /^items\.2\.when: expected one of api, .*; “stripe” is not known$/,
  },
  {
    what: 'a condition about a failure class that is not there',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {when: class is full-moon}`),
    at: [runbook, firstStep],
    says: /^items\.2\.when: expected one of .*; “full-moon” is not known$/,
  },
  {
    what: 'a condition about a question that nobody asks before',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {when: moon is full}`),
    at: [runbook, firstStep],
    says: /^items\.2\.when: expected .*“moon” is no question \(none is asked before this step\)$/,
  },
  {
    what: 'two conditions that deny each other',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {when: severity is SEV-1 and severity is not SEV-1}`),
    at: [runbook, firstStep],
    says: /^items\.2\.when: expected conditions that can hold together; “severity is SEV-1 and severity is not SEV-1” never does$/,
  },
  {
    what: 'a condition that nothing can meet',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {when: severity above SEV-1}`),
    at: [runbook, firstStep],
    says: /^items\.2\.when: expected conditions that can hold together/,
  },
  {
    what: 'a class that is known and not known',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {when: unclassified and class is disk-full}`),
    at: [runbook, firstStep],
    says: /^items\.2\.when: expected conditions that can hold together/,
  },
  {
    what: 'a question with one answer',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {question: moon, answers: [full]}`),
    at: [runbook, firstStep],
    says: /^items\.2\.question: expected 2 to 6 short answers, each once/,
  },
  {
    what: 'a question called like what conditions begin with',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {question: severity, answers: [a, b]}`),
    at: [runbook, firstStep],
    says: /^items\.2\.question: expected a kebab-case id that is none of severity, /,
  },
  {
    what: 'a question without answers',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {question: moon}`),
    at: [runbook, firstStep],
    says: /^expected a question with its answers/,
  },
  {
    what: 'a step that does what is no command of a step',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {does: incident.close}`),
    at: [runbook, firstStep],
    says: /^items\.2\.does: expected a command and what it names, .*; not “incident\.close”$/,
  },
  {
    what: 'a step that raises to a severity that is not there',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {does: incident.raise_severity SEV-0}`),
    at: [runbook, firstStep],
    says: /^items\.2\.does: expected one of SEV-1, SEV-2, SEV-3; “SEV-0” is not known$/,
  },
  {
    what: 'a step that waits for evidence that is not there',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {doneBy: evidence moon-log}`),
    at: [runbook, firstStep],
    says: /^items\.2\.doneBy: expected one of api-log, .*; “moon-log” is not known$/,
  },
  {
    what: 'a step that waits for the opening of nothing',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {doneBy: opening full-moon}`),
    at: [runbook, firstStep],
    says: /^items\.2\.doneBy: expected one of .*; “full-moon” is not known$/,
  },
  {
    what: 'a condition of the first five minutes that never holds',
    spoil: (copy) => copy.swap('checklists.yaml', 'isClassifying: true', 'when: classified and unclassified'),
    at: ['checklists.yaml', 'when: classified and unclassified'],
    says: /^checklists\.0\.items\.\d+\.when: expected conditions that can hold together/,
  },
  {
    what: 'a runbook that nobody wrote, in a service',
    spoil: (copy) => copy.swap('services.yaml', 'runbook: storage-failure', 'runbook: storage-trouble'),
    at: ['services.yaml', 'runbook: storage-trouble'],
    says: /^services\.6\.runbook: expected one of .*storage-failure.*; “storage-trouble” is not known$/,
  },
  {
    what: 'a runbook that nobody wrote, in a failure class',
    spoil: (copy) => copy.swap('failure-classes.yaml', '[db-failover, redis-down]', '[db-failover, redis-up]'),
    at: ['failure-classes.yaml', 'redis-up'],
    says: /^failureClasses\.1\.runbooks\.1: expected one of .*“redis-up” is not known$/,
  },
  {
    what: 'a sign that opens a runbook of another class',
    spoil: (copy) => copy.swap('failure-classes.yaml', 'opens: db-failover', 'opens: disk-full'),
    at: ['failure-classes.yaml', 'opens: disk-full'],
    says: /^failureClasses\.1\.signals\.0\.opens: expected one of db-failover, redis-down; “disk-full” is not known$/,
  },
  {
    what: 'a runbook that nobody wrote, for when no class fits',
    spoil: (copy) => copy.swap('failure-classes.yaml', '[unknown-cause]', '[unknown-moon]'),
    at: ['failure-classes.yaml', 'unknown-moon'],
    says: /^noneOfThese\.runbooks\.0: expected one of .*“unknown-moon” is not known$/,
  },
  {
    what: 'a service that is not there, in a signal',
    spoil: (copy) => copy.swap('failure-classes.yaml', 'service: hyperswitch', 'service: stripe'),
    at: ['failure-classes.yaml', 'service: stripe'],
    says: /^failureClasses\.6\.signals\.0\.service: expected one of .*“stripe” is not known$/,
  },
  {
    what: 'a function that is not there, in a blast radius',
    spoil: (copy) => copy.swap('services.yaml', 'payment: degraded }', 'paiement: degraded }'),
    at: ['services.yaml', 'paiement: degraded'],
    says: /^services\.7\.degraded\.functions\.paiement: expected one of playback, upload, .*“paiement” is not known$/,
  },
  {
    what: 'a severity that is not there',
    spoil: (copy) => copy.swap('services.yaml', 'severity: SEV-2', 'severity: SEV-4'),
    at: ['services.yaml', 'severity: SEV-4'],
    says: /^services\.0\.degraded\.severity: expected one of SEV-1, SEV-2, SEV-3; “SEV-4” is not known$/,
  },
  {
    what: 'a default severity that is not there',
    spoil: (copy) => copy.swap('severities.yaml', 'default: SEV-2', 'default: P2'),
    at: ['severities.yaml', 'default: P2'],
    says: /^default: expected one of SEV-1, SEV-2, SEV-3; “P2” is not known$/,
  },
  {
    what: 'a bookmark that is not there, in a service',
    spoil: (copy) => copy.swap('services.yaml', 'dashboards: [minio]', 'dashboards: [minio-console]'),
    at: ['services.yaml', 'minio-console'],
    says: /^services\.6\.dashboards\.0: expected one of grafana, .*“minio-console” is not known$/,
  },
  {
    what: 'a target that is not there, as an instance',
    spoil: (copy) => copy.swap('services.yaml', '[api-blue, api-green]', '[api-blue, api-red]'),
    at: ['services.yaml', 'api-red'],
    says: /^services\.0\.instances\.1: expected one of api-blue, api-green; “api-red” is not known$/,
  },
  {
    what: 'evidence that is not there, in a gated step',
    spoil: (copy) => copy.swap(runbook, 'needs: [redis-keys, api-log]', 'needs: [redis-keys, api-logs]'),
    at: [runbook, 'api-logs]'],
    says: /^items\.\d+\.needs\.1: expected one of api-log, .*“api-logs” is not known$/,
  },
  {
    what: 'a link to a runbook that is not there',
    spoil: (copy) => copy.swap(runbook, '(api-latency-slo-burn.md)', '(api-latency.md)'),
    at: [runbook, '(api-latency.md)'],
    says: /^links\.0: expected one of .*“api-latency” is not known$/,
  },
  {
    what: 'a link to a heading that is not there',
    spoil: (copy) => copy.swap(runbook, '#after-mitigation', '#after-the-party'),
    at: [runbook, '#after-the-party'],
    says: /^links\.1: expected one of .*after-mitigation.*“after-the-party” is not known$/,
  },
  {
    what: 'a promotion to itself, which is a circle',
    spoil: (copy) =>
      copy.swap('severities.yaml', '- { ask: Is data loss confirmed?, to: SEV-1 }', '- { ask: So?, to: SEV-2 }'),
    at: ['severities.yaml', 'ask: So?'],
    says: /^severities\.1\.promotions\.0\.to: expected a severity above SEV-2, not “SEV-2”$/,
  },
  {
    what: 'a demotion that leads up, which with its promotion is a circle',
    spoil: (copy) => copy.swap('severities.yaml', 'no user is affected?, to: SEV-3', 'no user is affected?, to: SEV-1'),
    at: ['severities.yaml', 'no user is affected?'],
    says: /^severities\.1\.demotions\.0\.to: expected a severity below SEV-2, not “SEV-1”$/,
  },
  {
    what: 'a response time that is none',
    spoil: (copy) => copy.swap('severities.yaml', '{ minutes: 15 }', '15 min'),
    at: ['severities.yaml', 'respondWithin: 15 min'],
    says: /^severities\.0\.respondWithin: expected \{minutes: .*\} or next business day$/,
  },
  {
    what: 'a due time in another unit',
    spoil: (copy) => copy.swap('severities.yaml', '{ days: 7 }', '{ weeks: 1 }'),
    at: ['severities.yaml', 'weeks: 1'],
    says: /^severities\.1\.postmortemWithin: expected \{businessDays: .*\{days: .* or null$/,
  },
  {
    what: 'a zone that is nowhere',
    spoil: (copy) => copy.swap('severities.yaml', 'zone: Europe/Paris', 'zone: Europe/Atlantis'),
    at: ['severities.yaml', 'zone: Europe/Atlantis'],
    says: /^calendar\.zone: expected an IANA time zone, such as Europe\/Paris$/,
  },
  {
    what: 'a day that never comes',
    spoil: (copy) => copy.swap('severities.yaml', '- 2026-11-11', '- 2026-02-30'),
    at: ['severities.yaml', '2026-02-30'],
    says: /^calendar\.holidays\.9: expected a day that exists, as YYYY-MM-DD$/,
  },
  {
    what: 'hours that end before they begin',
    spoil: (copy) => copy.swap('severities.yaml', '09:00-18:00', '18:00-09:00'),
    at: ['severities.yaml', '18:00-09:00'],
    says: /^calendar\.hours: expected hours of a day such as 09:00-18:00$/,
  },
  {
    what: 'a key that nobody reads',
    spoil: (copy) => copy.swap('services.yaml', '    failure: loud', '    failur: loud'),
    at: ['services.yaml', 'failur: loud'],
    says: /^services\.0\.failur: expected no key “failur” here$/,
  },
  {
    what: 'a key that is missing',
    spoil: (copy) => copy.swap('bookmarks.yaml', '    purpose: Drives, nodes and buckets.\n', ''),
    at: ['bookmarks.yaml', '- id: minio'],
    says: /^bookmarks\.7\.purpose: expected text, but the key is missing$/,
  },
  {
    what: 'a health key that two services answer to, spelled differently',
    spoil: (copy) =>
      copy.swap('services.yaml', 'healthKeys: [coturn, turn, stun]', 'healthKeys: [coturn, Object-Storage]'),
    at: ['services.yaml', 'Object-Storage'],
    says: /^services\.10\.healthKeys\.1: expected a key that no other service answers to; minio has “Object-Storage”$/,
  },
  {
    what: 'a mark of assumption on nothing',
    spoil: (copy) => copy.swap('services.yaml', 'stillWorks.1, failure]', 'stillWorks.7, failure]'),
    at: ['services.yaml', 'stillWorks.7'],
    says: /^services\.6\.assumed\.\d: expected the path of something in this row.*not “stillWorks\.7”$/,
  },
  {
    what: 'two bookmarks for the same glance',
    spoil: (copy) => copy.swap('bookmarks.yaml', 'glance: 3', 'glance: 2'),
    at: ['bookmarks.yaml', 'glance: 2', 2],
    says: /^bookmarks\.2\.glance: expected a place that no other bookmark has, not 2 again$/,
  },
  {
    what: 'a bookmark without address or place',
    spoil: (copy) => copy.swap('bookmarks.yaml', '    where: Host and port', '    signIn: Host and port'),
    at: ['bookmarks.yaml', '- id: pg-auto-failover'],
    says: /^bookmarks\.5\.where: expected words for where the address stands, since url is null$/,
  },
  {
    what: 'a bookmark that runs a script',
    spoil: (copy) => copy.swap('bookmarks.yaml', 'https://sentry.io/veza/veza-backend', 'javascript:alert(1)'),
    at: ['bookmarks.yaml', 'javascript:'],
    says: /^bookmarks\.2\.url: expected an http or https address without user name$/,
  },
  {
    what: 'evidence that asks a service that is not there',
    spoil: (copy) => copy.swap('evidence.yaml', 'ifAnswers: redis-master', 'ifAnswers: redis'),
    at: ['evidence.yaml', 'ifAnswers: redis'],
    says: /^recipes\.3\.ifAnswers: expected one of .*; “redis” is not known$/,
  },
  {
    what: 'an instance of evidence that is no target',
    spoil: (copy) => copy.swap('evidence.yaml', 'target: api-green', 'target: api-red'),
    at: ['evidence.yaml', 'target: api-red'],
    says: /^recipes\.0\.perInstance\.1\.target: expected one of api-blue, api-green; “api-red” is not known$/,
  },
  {
    what: 'a first instance that the command does not name',
    spoil: (copy) => copy.swap('evidence.yaml', 'name: veza_backend_api_blue', 'name: veza_api_blue'),
    at: ['evidence.yaml', 'name: veza_api_blue'],
    says: /^recipes\.0\.perInstance\.0\.name: expected a name that the command has, since it runs on the first instance, not “veza_api_blue”$/,
  },
  {
    what: 'a file name that its command does not write',
    spoil: (copy) =>
      copy.swap('evidence.yaml', 'fileName: incident-$(date +%Y%m%d-%H%M%S)-api.log', 'fileName: api.txt'),
    at: ['evidence.yaml', 'fileName: api.txt'],
    says: /^recipes\.0\.fileName: expected a file name that the command writes, not “api\.txt”$/,
  },
  {
    what: 'an escalation to nobody',
    spoil: (copy) => copy.swap('escalation.yaml', 'invite: on-call-lead', 'invite: the-boss'),
    at: ['escalation.yaml', 'the-boss'],
    says: /^unclassified\.invite: expected one of on-call-lead, .*“the-boss” is not known$/,
  },
  {
    what: 'raw HTML in a runbook',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep}\n\n<img src=x onerror=alert(1)>`),
    at: [runbook, 'onerror'],
    says: /^expected Markdown without raw HTML$/,
  },
  {
    what: 'raw HTML inside a line of a runbook',
    spoil: (copy) => copy.swap(runbook, 'They are signed out', 'They are <b onclick="x()">signed</b> out'),
    at: [runbook, 'onclick'],
    says: /^expected Markdown without raw HTML$/,
  },
  {
    what: 'a javascript: link in a runbook, written so that it does not look like one',
    spoil: (copy) => copy.swap(runbook, firstStep, '[Redis](&#106;avascript:alert(1))'),
    at: [runbook, '&#106;'],
    says: /^expected a link to a web or mail address, .*not “javascript:alert\(1\)”$/,
  },
  {
    what: 'a data: image in a runbook',
    spoil: (copy) => copy.swap(runbook, firstStep, '![x](data:image/svg+xml;base64,AAAA)'),
    at: [runbook, 'data:image'],
    says: /^expected a link to a web or mail address, .*not “data:image/,
  },
  {
    what: 'a javascript: address that a definition hides',
    spoil: (copy) => copy.swap(runbook, firstStep, '[Redis][r]\n\n[r]: JavaScript:alert(1)'),
    at: [runbook, '[r]: '],
    says: /^expected a link to a web or mail address, /,
  },
  {
    what: 'a runbook under a name that is not its id',
    spoil: (copy) => copy.swap(runbook, 'id: redis-down', 'id: redis-gone'),
    at: [runbook, 'id: redis-gone'],
    says: /^id: expected redis-down, as the file is called$/,
  },
  {
    what: 'a runbook without front matter',
    spoil: (copy) => copy.write(runbook, '# Redis down\n\nRestart it.\n'),
    at: [runbook, 1],
    says: /^expected front matter between two lines of ---$/,
  },
  {
    what: 'front matter with a key that is missing, at its own line',
    spoil: (copy) => copy.swap(runbook, 'source: seed', 'source: hearsay'),
    at: [runbook, 'source: hearsay'],
    says: /^source: expected one of seed, inferred$/,
  },
  {
    what: 'an inferred part that is no heading',
    spoil: (copy) => copy.swap(runbook, 'Memory is full, Sentinel', 'Memory is fuller, Sentinel'),
    at: [runbook, 'Memory is fuller'],
    says: /^inferredParts\.2: expected one of the headings: What users see, /,
  },
  {
    what: 'needs without a gate',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {needs: [redis-keys]}`),
    at: [runbook, firstStep],
    says: /^expected a gate beside needs, as in /,
  },
  {
    what: 'a gate that does not exist',
    spoil: (copy) => copy.swap(runbook, firstStep, `${firstStep} {gate: repair}`),
    at: [runbook, firstStep],
    says: /^expected gate: mitigation, the only gate there is, not “repair”$/,
  },
  {
    what: 'a mark that is not at the end of its step',
    spoil: (copy) => copy.swap(runbook, firstStep, '- [ ] Restart {gate: mitigation} the master'),
    at: [runbook, 'Restart {gate: mitigation}'],
    says: /^expected a mark such as \{gate: mitigation, needs: .* at the end of the step$/,
  },
  {
    what: 'a mark on what is no step',
    spoil: (copy) =>
      copy.swap(runbook, '- Pages are slow while', '- Restart it. {gate: mitigation}\n- Pages are slow while'),
    at: [runbook, 'Restart it. {gate'],
    says: /^expected the mark of a gated step at the end of a task/,
  },
  {
    what: 'a step that is ticked in the file',
    spoil: (copy) => copy.swap(runbook, firstStep, firstStep.replace('[ ]', '[x]')),
    at: [runbook, '- [x]'],
    says: /^expected a step that nobody has ticked yet: - \[ \]$/,
  },
  {
    what: 'a runbook with one line of 9,000 marks, which would keep the parser busy',
    spoil: (copy) => copy.swap(runbook, firstStep, '**a_'.repeat(9_000)),
    at: [runbook, '**a_'],
    says: /^expected lines of at most 2000 characters$/,
  },
  {
    what: 'a tab as indentation',
    spoil: (copy) => copy.swap('services.yaml', '    healthKeys: [clamav', '\thealthKeys: [clamav'),
    at: ['services.yaml', '\thealthKeys'],
    says: /^expected spaces for indentation, not a tab$/,
  },
  {
    what: 'a key that stands twice in one map',
    spoil: (copy) => copy.swap('escalation.yaml', '  severity: SEV-2', '  severity: SEV-2\n  severity: SEV-1'),
    at: ['escalation.yaml', 'severity: SEV-1'],
    says: /^expected a key that stands once$/,
  },
  {
    what: 'YAML that breaks off',
    spoil: (copy) => copy.write('platform.yaml', '# ours\nname: "Veza\n'),
    at: ['platform.yaml', 3],
    says: /^expected readable YAML: /,
  },
  {
    what: 'a bomb of aliases',
    spoil: (copy) => copy.write('platform.yaml', `name: Veza\n${aliasBomb}\n`),
    at: ['platform.yaml', '*c, '],
    says: /^expected at most 20 aliases$/,
  },
  {
    what: 'an alias of nothing',
    spoil: (copy) => copy.write('platform.yaml', 'name: *veza\n'),
    at: ['platform.yaml', 1],
    says: /^expected an anchor &veza before this alias$/,
  },
  {
    what: 'an alias that contains itself',
    spoil: (copy) => copy.swap('severities.yaml', '[zone, workdays, hours, holidays]', '&all [zone, *all]'),
    at: ['severities.yaml', '&all [zone, *all]'],
    says: /^calendar\.assumed\.1: expected text$/,
  },
  {
    what: 'brackets nested 1,900 deep',
    spoil: (copy) => copy.write('platform.yaml', '['.repeat(1_900)),
    at: ['platform.yaml', 1],
    says: /^expected readable YAML: /,
  },
  {
    what: 'a file of 5 MB',
    spoil: (copy) => copy.write('platform.yaml', `name: Veza\n${'# padding\n'.repeat(500_000)}`),
    at: ['platform.yaml', 1],
    says: /^expected at most 1000000 bytes, not 5000011$/,
  },
  {
    what: 'a link that leads out of the folder',
    spoil: (copy) => {
      unlinkSync(copy.place('platform.yaml'));
      symlinkSync('/etc/hostname', copy.place('platform.yaml'));
    },
    at: ['platform.yaml', 1],
    says: /^expected a file inside the folder, not a link out of it$/,
  },
  {
    what: 'a folder of runbooks that lies elsewhere',
    spoil: (copy) => {
      renameSync(copy.place('runbooks'), copy.place('../runbooks'));
      symlinkSync('../runbooks', copy.place('runbooks'));
    },
    at: ['runbooks', 1],
    says: /^expected a folder inside the catalogue$/,
  },
  {
    what: 'a link that leads to itself',
    spoil: (copy) => {
      unlinkSync(copy.place('platform.yaml'));
      symlinkSync('platform.yaml', copy.place('platform.yaml'));
    },
    at: ['platform.yaml', 1],
    says: /^expected a readable file$/,
  },
  {
    what: 'a pipe, which nobody will ever write to',
    spoil: (copy) => {
      unlinkSync(copy.place('platform.yaml'));
      execFileSync(makePipe, [copy.place('platform.yaml')]);
    },
    at: ['platform.yaml', 1],
    says: /^expected a readable file$/,
  },
  {
    what: 'alert rules without an expression',
    spoil: (copy) => copy.write('alert-rules.yaml', 'groups:\n  - name: own\n    rules:\n      - alert: Up\n'),
    at: ['alert-rules.yaml', 4],
    says: /^groups\.0\.rules\.0\.expr: expected a PromQL expression, but the key is missing$/,
  },
  {
    what: 'alert rules that lie elsewhere',
    spoil: (copy) => {
      unlinkSync(copy.place('alert-rules.yaml'));
      symlinkSync('/etc/hostname', copy.place('alert-rules.yaml'));
    },
    at: ['alert-rules.yaml', 1],
    says: /^expected a file inside the folder, not a link out of it$/,
  },
  {
    what: 'a file that is missing',
    spoil: (copy) => unlinkSync(copy.place('escalation.yaml')),
    at: ['escalation.yaml', 1],
    says: /^expected a readable file$/,
  },
  {
    what: 'an empty file',
    spoil: (copy) => copy.write('functions.yaml', ''),
    at: ['functions.yaml', 1],
    says: /^expected keys with values$/,
  },
  {
    what: 'Latin-1 in place of UTF-8',
    spoil: (copy) => copy.write('platform.yaml', Buffer.from('# caf\xe9\nname: Veza\n# th\xe9\n', 'latin1')),
    at: ['platform.yaml', 1],
    says: /^expected text in UTF-8$/,
  },
  {
    what: 'a command that reads differently from what is copied',
    spoil: (copy) => copy.swap(runbook, 'SENTINEL masters', 'SENTINEL \u202Emasters'),
    at: [runbook, '\u202E'],
    says: /^expected text without control characters or marks that reverse its order$/,
  },
  {
    what: 'an escape sequence for terminals',
    spoil: (copy) => copy.swap(runbook, 'SENTINEL masters', 'SENTINEL \u001b[2Jmasters'),
    at: [runbook, '\u001b'],
    says: /^expected text without control characters/,
  },
  {
    what: 'a file under a name that nobody reads',
    spoil: (copy) => copy.write('service.yaml', 'services: []\n'),
    at: ['service.yaml', 1],
    says: /^expected one of platform\.yaml, .*; this is an unknown file$/,
  },
  {
    what: 'something among the runbooks that is none',
    spoil: (copy) => copy.write('runbooks/notes.txt', 'x\n'),
    at: ['runbooks/notes.txt', 1],
    says: /^expected a name that ends in \.md; this is an unknown file$/,
  },
  {
    what: 'a channel told of a severity that is not there',
    spoil: (copy) => copy.swap('comms.yaml', 'severities: [SEV-1]', 'severities: [SEV-0]'),
    at: ['comms.yaml', 'severities: [SEV-0]'],
    says: /^channels\.3\.severities\.0: expected one of SEV-1, SEV-2, SEV-3; “SEV-0” is not known$/,
  },
  {
    what: 'a channel that leaves by a way that is none',
    spoil: (copy) => copy.swap('comms.yaml', 'way: slack', 'way: pigeon'),
    at: ['comms.yaml', 'way: pigeon'],
    says: /^channels\.2\.way: expected one of follow, status, slack, mail, webhook, copy$/,
  },
  {
    what: 'a channel that people post to and that they may not post to',
    spoil: (copy) => copy.swap('comms.yaml', 'way: webhook', 'way: copy'),
    at: ['comms.yaml', 'byHand: false', 2],
    says: /^channels\.6\.byHand: expected true, since people post what has the way “copy”$/,
  },
  {
    what: 'reminders that do not come one after the other',
    spoil: (copy) => copy.swap('comms.yaml', 'afterMinutes: 15', 'afterMinutes: 5'),
    at: ['comms.yaml', 'afterMinutes: 5', 2],
    says: /^reminders\.2\.afterMinutes: expected more than 5, the minutes of the one before$/,
  },
  {
    what: 'a reminder to nobody that the console knows',
    spoil: (copy) => copy.swap('comms.yaml', 'to: on_call_lead', 'to: the_boss'),
    at: ['comms.yaml', 'to: the_boss'],
    says: /^reminders\.2\.to: expected one of comms_lead, commander, on_call_lead$/,
  },
  {
    what: 'a channel that stands twice',
    spoil: (copy) => copy.swap('comms.yaml', '- id: email', '- id: followers'),
    at: ['comms.yaml', '- id: followers', 2],
    says: /^channels\.3\.id: expected an id that stands once/,
  },
  {
    what: 'a template for a channel that is not there',
    spoil: (copy) => copy.swap(template, 'channel: status-page', 'channel: status-pages'),
    at: [template, 'channel: status-pages'],
    says: /^channel: expected one of followers, .*; “status-pages” is not known$/,
  },
  {
    what: 'a phase that nobody writes of',
    spoil: (copy) => unlinkSync(copy.place('comms/email-resolved.fr.md')),
    at: ['comms.yaml', 'id: email'],
    says: /^channels\.3\.id: expected a template in comms\/ for email, SEV-1, resolved, fr$/,
  },
  {
    what: 'two templates for the same',
    spoil: (copy) => copy.swap('comms/summary-resolved.en.md', '[resolved]', '[resolved, monitoring]'),
    at: ['comms/summary.en.md', 'phases:'],
    says: /^phases: expected one template for summary, SEV-1, monitoring, en; comms\/summary-resolved\.en\.md is another$/,
  },
  {
    what: 'a variable that nobody knows, in a template',
    spoil: (copy) => copy.swap(template, '{{ doing }}', '{{ doings }}'),
    at: [template, '{{ doings }}'],
    says: /^body\.2: expected one of platform, .*; “doings” is not known$/,
  },
  {
    what: 'a filter that nobody knows, in a template',
    spoil: (copy) => copy.swap(template, '| sentences', '| sentence'),
    at: [template, '| sentence '],
    says: /^body\.1: expected a readable template: undefined filter: sentence$/,
  },
  {
    what: 'a tag that is not closed, in a template',
    spoil: (copy) => copy.swap(template, '{% endif %} {{ doing }}', ' {{ doing }}'),
    at: [template, '{{ doing }}'],
    says: /^body\.2: expected a readable template: tag .* not closed$/,
  },
  {
    what: 'a subject that cannot be read',
    spoil: (copy) => copy.swap(template, "'{{ headline }}'", "'{{ headline | shout }}'"),
    at: [template, 'subject:'],
    says: /^subject: expected a readable template: undefined filter: shout$/,
  },
  {
    what: 'a person named in public',
    spoil: (copy) => copy.swap(template, '{{ doing }}', '{{ commander }}'),
    at: [template, '{{ commander }}'],
    says: /^body\.2: expected one of .*; “commander” is not for the public$/,
  },
  {
    what: 'a promise that is not stated',
    spoil: (copy) => copy.swap(template, '{%- if nextUpdate %}\nNext update by {{ nextUpdate }}.{% endif %}', ''),
    at: [template, '{{ impact'],
    says: /^body\.1: expected nextUpdate somewhere, since the channel states the next update$/,
  },
  {
    what: 'a template under a name that is not its own',
    spoil: (copy) => copy.swap(template, 'id: status-page', 'id: status'),
    at: [template, 'id: status'],
    says: /^id: expected id and language as the file is called, <id>\.<language>\.md$/,
  },
  {
    what: 'a service without words',
    spoil: (copy) => copy.swap(words, '  coturn:', '  cotton:'),
    at: [words, 'degraded: Certains appels'],
    says: /^services\.cotton: expected one of api, .*; “cotton” is not known$/,
  },
  {
    what: 'a function without words',
    spoil: (copy) => copy.swap(words, '  search: { name: Recherche, inSentence: la recherche }\n', ''),
    at: [words, 'playback:'],
    says: /^functions: expected words for “search”$/,
  },
  {
    what: 'a language that nobody can read',
    spoil: (copy) => copy.write('comms/words.tlh.yaml', 'functions: {}\nservices: {}\n'),
    at: ['comms/words.tlh.yaml', 1],
    says: /^expected words\.<language>\.yaml or <id>\.<language>\.md, where a language is en or fr; this is an unknown file$/,
  },
];

describe('a broken catalogue is refused whole, and says where', () => {
  it.each(spoiled)('$what', ({ spoil, at: [file, words, nth], says }) => {
    const copy = new Copy();
    spoil(copy);
    const loaded = loadCatalogue(copy.folder);
    if (loaded.ok) throw new Error('it was accepted');
    expect(Object.keys(loaded)).toEqual(['ok', 'mistakes']);
    const line = typeof words === 'number' ? words : copy.lineOf(file, words, nth);
    const prefix = `${file}:${line}: `;
    const first = loaded.mistakes[0] ?? '';
    expect(first.slice(0, prefix.length)).toBe(prefix);
    expect(first.slice(prefix.length)).toMatch(says);
  });

  it('names every mistake of every file at once', () => {
    const copy = new Copy()
      .swap('targets.yaml', 'https://blue', 'ftp://blue')
      .swap('escalation.yaml', 'afterMinutes: 5', 'afterMinutes: soon')
      .write(runbook, 'no front matter\n');
    const loaded = loadCatalogue(copy.folder);
    expect(loaded.ok ? [] : loaded.mistakes.map((mistake) => mistake.replace(/ expected.*/, ''))).toEqual([
      `targets.yaml:${copy.lineOf('targets.yaml', 'ftp://')}: targets.0.url:`,
      `escalation.yaml:${copy.lineOf('escalation.yaml', 'soon')}: unclassified.afterMinutes:`,
      `${runbook}:1:`,
    ]);
  });

  it('a folder that is not there is named', () => {
    const loaded = loadCatalogue(path.join(scratch, 'nowhere'));
    expect(loaded.ok ? [] : loaded.mistakes[0]).toBe(
      `${path.join(scratch, 'nowhere')}:1: expected a folder that can be read`,
    );
  });
});

describe('what is not a mistake', () => {
  it('links inside the folder, as mounted volumes have them, hidden files, backups of editors and a README', () => {
    const copy = new Copy();
    mkdirSync(copy.place('..data'));
    renameSync(copy.place('platform.yaml'), copy.place('..data/platform.yaml'));
    symlinkSync('..data/platform.yaml', copy.place('platform.yaml'));
    copy.write('services.yaml~', 'x').write('.services.yaml.swp', 'x').write('README.md', '# Ours\n');
    expect(loadCatalogue(copy.folder)).toMatchObject({ ok: true });
  });

  it('no alert rules', () => {
    const copy = new Copy();
    unlinkSync(copy.place('alert-rules.yaml'));
    expect(loadCatalogue(copy.folder)).toMatchObject({ ok: true });
  });

  it('line ends of Windows and a byte order mark', () => {
    const copy = new Copy();
    for (const name of ['services.yaml', runbook]) {
      copy.write(name, `${name === runbook ? '' : '\uFEFF'}${copy.read(name).replaceAll('\n', '\r\n')}`);
    }
    expect(loadCatalogue(copy.folder)).toMatchObject({ ok: true });
  });

  it('the version is of the files alone: the same elsewhere, another when one byte of one differs', () => {
    const versionOf = (copy: Copy) => {
      const loaded = loadCatalogue(copy.folder);
      return loaded.ok ? loaded.catalogue.version : loaded.mistakes;
    };
    const same = versionOf(new Copy());
    expect(same).toMatch(/^[0-9a-f]{64}$/);
    expect(versionOf(new Copy())).toBe(same);
    expect(versionOf(new Copy().swap(runbook, 'Redis down', 'Redis  down'))).not.toBe(same);
  });
});
