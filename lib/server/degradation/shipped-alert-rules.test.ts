import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findPrometheus } from '@/e2e/fixtures/find-prometheus';
import { findDrift, runbookOfUrl } from '@/lib/domain/degradation/find-drift';
import { loadCatalogue } from '../catalogue/load-catalogue';
import { readAlertRules } from './read-alert-rules';

const folder = path.resolve(import.meta.dirname, '../../../catalog');
const file = path.join(folder, 'alert-rules.yaml');
const text = readFileSync(file, 'utf8');
const loaded = loadCatalogue(folder);
if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
const { catalogue } = loaded;
const rules = readAlertRules(file);

const scratch = mkdtempSync(path.join(os.tmpdir(), 'shipped-rules-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What the report lists with these rules, as `kind subject`. */
function driftWith(rulesText: string): string[] {
  const place = path.join(scratch, 'alert-rules.yaml');
  writeFileSync(place, rulesText);
  const reality = { reportedKeys: null, rules: readAlertRules(place), comments: null, bookmarks: null };
  return findDrift(catalogue, reality).map(({ kind, subject }) => `${kind} ${subject}`);
}

/** Each rule as it stands in the file. */
const blocks = text.split(/^(?= {6}- alert: )/m).slice(1);

describe('the alert rules that ship', () => {
  it('hold every alert that a row or a runbook names, with the runbook that names it', () => {
    const named = [
      ...catalogue.services.flatMap(({ alerts, runbook }) => alerts.map(({ name }) => ({ name, runbook }))),
      ...catalogue.runbooks.flatMap(({ id, alerts }) => alerts.map((name) => ({ name, runbook: id }))),
    ];
    expect(named.length).toBeGreaterThan(0);
    for (const { name, runbook } of named) {
      const url = rules.find((rule) => rule.name === name)?.runbookUrl ?? '';
      expect(`${name} ${runbookOfUrl(url)}`).toBe(`${name} ${runbook}`);
    }
  });

  it('watch every row of the matrix, and say of each a severity of the ladder and a sentence', () => {
    const ladder = catalogue.severities.map(({ id }) => id);
    expect(blocks).toHaveLength(rules.length);
    for (const block of blocks) {
      expect(ladder).toContain(/severity: ([\w-]+)/.exec(block)?.[1]);
      expect(block).toMatch(/summary: ".+"/);
      expect(block).toMatch(/runbook_url: https:\/\/\S+\/runbooks\/[\w-]+\n/);
    }
    const watched = blocks.flatMap((block) => /service: ([\w-]+)/.exec(block)?.[1] ?? []);
    expect(new Set(watched)).toEqual(new Set(catalogue.services.map(({ id }) => id)));
  });

  it('[D9] agree with the library, each one until its runbook_url is taken away, and again when it is back', () => {
    expect(driftWith(text)).toEqual([]);
    rules.forEach(({ name }, at) => {
      const block = blocks[at] ?? '';
      expect(block).toContain(`- alert: ${name}\n`);
      const without = text.replace(block, () => block.replace(/ +runbook_url: .*\n/, ''));
      expect(driftWith(without)).toEqual([`rule_without_runbook ${name}`]);
    });
    expect(driftWith(text)).toEqual([]);
  });

  const tool = findPrometheus()?.tool;
  it.skipIf(!tool)('are what Prometheus understands', () => {
    const said = execFileSync(tool ?? '', ['check', 'rules', file], { encoding: 'utf8' });
    expect(said).toContain(`SUCCESS: ${rules.length} rules found`);
  });
});
