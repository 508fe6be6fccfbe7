import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CommsChannel, type CommsPhase, type CommsWords, commsPhases } from '@/lib/domain/catalogue/comms-guide';
import type { FailureClass } from '@/lib/domain/catalogue/failure-class';
import type { ComponentStatus } from '@/lib/domain/health/health';
import { aPrepareInput, aSituation } from '@/lib/testing/a-prepare-input';
import { loadCatalogue } from '../catalogue/load-catalogue';
import { prepareUpdate } from './prepare-update';

const loaded = loadCatalogue(path.resolve('catalog'));
if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
const { catalogue } = loaded;
const isUpdating = process.env.UPDATE_GOLDEN === '1';
const since = '2026-11-22T03:04:00.000Z';
const isOver = (phase: CommsPhase) => phase === 'monitoring' || phase === 'resolved';

/** Every row that the class's signals name, as its first signal has it. */
function rowsOf({ signals }: FailureClass): Record<string, ComponentStatus> {
  return Object.fromEntries(signals.toReversed().map(({ service, status }) => [service, status]));
}

function worstSeverity(statuses: Record<string, ComponentStatus>): string {
  const named = catalogue.services.flatMap((service) => {
    const status = statuses[service.id];
    return status === 'down' || status === 'degraded' ? [service[status].severity] : [];
  });
  return catalogue.severities.find(({ id }) => named.includes(id))?.id ?? catalogue.defaultSeverity;
}

/** What a channel says of a class in a phase: red while it is worked on, green once it is over. */
function textOf(one: FailureClass, phase: CommsPhase, channel: CommsChannel, words: CommsWords): string {
  const red = rowsOf(one);
  const worst = worstSeverity(red);
  const severity = channel.severities.includes(worst) ? worst : (channel.severities[0] ?? worst);
  const situation = aSituation(catalogue, isOver(phase) ? {} : red, since);
  const before = aPrepareInput(
    { catalogue, words, phase: 'identified', severity, situation: aSituation(catalogue, red, since) },
    {},
  );
  const input = aPrepareInput(
    { catalogue, words, phase, severity, situation },
    {
      facts: { previousHeadline: isOver(phase) ? prepareUpdate(before).headline : null },
      internals: {
        failureClass: phase === 'investigating' ? null : { id: one.id, symptom: one.symptom },
        ...(phase === 'resolved' ? { cause: one.cause, mitigation: 'a restart', openSteps: 0 } : {}),
      },
    },
  );
  const text = prepareUpdate(input).texts.find((prepared) => prepared.channel === channel.id);
  if (!text || text.usedFallback) throw new Error(`${channel.id}: ${text?.usedFallback ?? 'no text'}`);
  return [
    `### ${channel.name}, ${words.language}`,
    '',
    ...(text.subject ? [`> ${text.subject}`, ''] : []),
    text.body,
  ].join('\n');
}

function goldenOf(one: FailureClass): string {
  const parts = commsPhases.map((phase) => {
    const texts = catalogue.comms.channels.flatMap((channel) =>
      catalogue.comms.words.map((words) => textOf(one, phase, channel, words)),
    );
    return [`## ${phase}`, ...texts].join('\n\n');
  });
  return `${[`# ${one.id}`, ...parts].join('\n\n')}\n`;
}

/** One golden file: compared, or written anew with UPDATE_GOLDEN=1. */
function expectGolden(name: string, text: string): void {
  const file = path.join(import.meta.dirname, 'golden', `${name}.md`);
  if (isUpdating) writeFileSync(file, text);
  expect(existsSync(file), `${name}: write it with UPDATE_GOLDEN=1, then read it`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('[M1] [M2] what the shipped catalogue says, read by eye', () => {
  it.each(catalogue.failureClasses.map((one) => [one.id, one] as const))('of %s', (id, one) => {
    expectGolden(id, goldenOf(one));
  });

  it('of each row by itself', () => {
    const lines = catalogue.services.flatMap(({ id }) =>
      (['degraded', 'down'] as const).flatMap((status) =>
        catalogue.comms.words.map((words) => {
          const situation = aSituation(catalogue, { [id]: status }, since);
          const input = aPrepareInput({ catalogue, words, phase: 'identified', severity: 'SEV-2', situation });
          const { headline, texts } = prepareUpdate(input);
          return `${id} ${status}, ${words.language}: **${headline}** ${texts[0]?.body.split('\n')[0]}`;
        }),
      ),
    );
    expectGolden('rows', `${lines.join('\n\n')}\n`);
  });

  it('of a resolved incident while rows are red, of a platform nobody hears from, and with what a person typed', () => {
    const [minio = '', stream = ''] = ['minio', 'stream-server'];
    const dark = Object.fromEntries(catalogue.services.map(({ id }) => [id, 'unknown' as const]));
    const cases = (['resolved', 'monitoring', 'investigating'] as const).flatMap((phase) =>
      catalogue.comms.words.map((words) => {
        const statuses = phase === 'investigating' ? dark : { [minio]: 'down' as const, [stream]: 'degraded' as const };
        const input = aPrepareInput(
          { catalogue, words, phase, severity: 'SEV-1', situation: aSituation(catalogue, statuses, since) },
          { facts: { doing: 'We are moving files to {{ another }} store.' } },
        );
        const texts = prepareUpdate(input).texts.map(
          ({ name, subject, body }) => `### ${name}\n\n> ${subject}\n\n${body}`,
        );
        return [`## ${phase}, ${words.language}`, ...texts].join('\n\n');
      }),
    );
    expectGolden('odd-cases', `${cases.join('\n\n')}\n`);
  });
});
