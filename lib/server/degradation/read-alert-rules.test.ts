import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fetchAlertRules, readAlertRules } from './read-alert-rules';

const samples = path.resolve(import.meta.dirname, '../../../e2e/fixtures/alert-rules');

it('[D9] reads rule files as teams really write them: plain, mixins, PrometheusRule objects', () => {
  const rules = readAlertRules(samples);
  expect(rules).toHaveLength(26);
  expect(rules.find(({ name }) => name === 'KubePodCrashLooping')?.runbookUrl).toMatch(/kubepodcrashlooping$/);
  expect(rules.filter(({ runbookUrl }) => runbookUrl === null).length).toBeGreaterThan(0);
});

it('names the file that is not YAML', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rules-'));
  writeFileSync(path.join(folder, 'bad.yml'), 'groups:\n  - name: "x\n');
  expect(() => readAlertRules(folder)).toThrow(/bad\.yml/);
});

it('reads the rules that a running Prometheus has loaded, and says when it refuses', async () => {
  const rule = { type: 'alerting', name: 'Up', annotations: { runbook_url: 'https://x.example/db-failover.md' } };
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/prom/api/v1/rules')) return response.writeHead(404).end();
    return response.end(
      JSON.stringify({ status: 'success', data: { groups: [{ rules: [rule, { type: 'recording', name: 'r' }] }] } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await fetchAlertRules(`${url}/prom`)).toEqual([
    { name: 'Up', runbookUrl: 'https://x.example/db-failover.md', where: url },
  ]);
  await expect(fetchAlertRules(url)).rejects.toThrow(/answered 404/);
  server.close();
});
