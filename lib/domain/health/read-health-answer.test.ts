import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComponentReading, ComponentStatus } from './health';
import { readHealthAnswer } from './read-health-answer';

interface Sample {
  http_status: number;
  content_type: string;
  body: string;
  expect: {
    overall: ComponentStatus;
    components: Record<string, ComponentStatus>;
    latency_ms?: Record<string, number>;
    message_contains?: Record<string, string>;
    observed_at?: Record<string, string>;
  };
  accept?: Record<string, ComponentStatus[]>;
  accept_overall?: ComponentStatus[];
  optional_components?: string[];
  not_components?: string[];
  aliases?: Record<string, string[]>;
}

const FOLDER = path.resolve(import.meta.dirname, '../../../e2e/fixtures/health');
const samples = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    name: file.replace('.json', ''),
    sample: JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Sample,
  }));

function find(components: readonly ComponentReading[], sample: Sample, name: string): ComponentReading | undefined {
  const names = [name, ...(sample.aliases?.[name] ?? [])];
  return components.find((component) => names.includes(component.key));
}

describe('readHealthAnswer, on published answers', () => {
  it.each(samples)('[H1] reads $name', ({ sample }) => {
    const reading = readHealthAnswer({
      httpStatus: sample.http_status,
      contentType: sample.content_type,
      body: sample.body,
    });
    const about = JSON.stringify(reading, null, 1);
    const statusesFor = (name: string, fallback?: ComponentStatus) => [
      ...(fallback ? [fallback] : []),
      ...(sample.accept?.[name] ?? []),
    ];

    expect([sample.expect.overall, ...(sample.accept_overall ?? [])], about).toContain(reading.overall);
    for (const [name, status] of Object.entries(sample.expect.components)) {
      const found = find(reading.components, sample, name);
      if (!found && sample.optional_components?.includes(name)) continue;
      expect(found, `${name} in ${about}`).toBeDefined();
      expect(statusesFor(name, status), `${name} in ${about}`).toContain(found?.status);
    }
    for (const name of sample.optional_components ?? []) {
      const found = find(reading.components, sample, name);
      if (found && sample.accept?.[name]) expect(sample.accept[name], `${name} in ${about}`).toContain(found.status);
    }
    for (const name of sample.not_components ?? []) {
      expect(
        reading.components.map((component) => component.key),
        about,
      ).not.toContain(name);
    }
    for (const [name, ms] of Object.entries(sample.expect.latency_ms ?? {})) {
      const latency = find(reading.components, sample, name)?.latencyMs ?? Number.NaN;
      expect(Math.abs(latency - ms), `${name} in ${about}`).toBeLessThanOrEqual(Math.max(1, ms) * 1e-6);
    }
    for (const [name, part] of Object.entries(sample.expect.message_contains ?? {})) {
      const message = name === '$overall' ? reading.message : find(reading.components, sample, name)?.message;
      expect(message, `${name} in ${about}`).toContain(part);
    }
    for (const [name, at] of Object.entries(sample.expect.observed_at ?? {})) {
      const observedAt = name === '$overall' ? reading.observedAt : find(reading.components, sample, name)?.observedAt;
      expect(Date.parse(observedAt ?? ''), `${name} in ${about}`).toBe(Date.parse(at));
    }
  });
});

describe('[H29] flags beside the checks', () => {
  const read = (body: object) =>
    readHealthAnswer({ httpStatus: 200, contentType: 'application/json', body: JSON.stringify(body) });
  const checks = { minio: { status: 'ok' } };

  it('that are false and mean nothing that is known are shown as such, and decide nothing', () => {
    const reading = read({ status: 'ok', checks, recommender: false, transcode_ready: 'false' });
    expect(reading.overall).toBe('ok');
    expect(reading.components).toEqual(
      expect.arrayContaining([
        { key: 'recommender', status: 'unknown', message: 'recommender is false' },
        { key: 'transcode_ready', status: 'unknown', message: 'transcode_ready is false' },
      ]),
    );
  });

  it('that are settings, good news or true are no components', () => {
    const reading = read({ status: 'ok', checks, debug: false, maintenance: false, sealed: false, recommender: true });
    expect(reading.components).toEqual([expect.objectContaining({ key: 'minio', status: 'ok' })]);
  });
});
