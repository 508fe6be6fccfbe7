import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findPrometheus } from '../fixtures/find-prometheus';
import { addNote, declare, expect, test } from '../fixtures/journey';
import { Prometheus } from '../fixtures/prometheus';
import type { RunningConsole } from '../fixtures/running-console';

const found = findPrometheus();
test.skip(found === null, 'Prometheus is not installed here');

/** The page as somebody with the token gets it. */
async function metricsPage(running: RunningConsole): Promise<string> {
  const response = await fetch(`${running.url}/metrics`, {
    headers: { authorization: `Bearer ${running.metricsToken}` },
  });
  expect(response.status).toBe(200);
  return response.text();
}

test('a real Prometheus scrapes the console and finds what an operator needs', async ({ console: running, visit }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'journey-prometheus-'));
  const port = Number(process.env.E2E_PORT) + 80;
  const server = found?.server ?? '';
  const prometheus = await Prometheus.start({ folder, server, port, target: running.url, token: running.metricsToken });
  try {
    const { page } = await visit('commander');
    const number = await declare(page, 'Scraped by Prometheus');
    await addNote(page, 'seen in the counters');
    await expect(page.getByRole('log').getByText('seen in the counters')).toBeVisible();

    await expect.poll(() => prometheus.value('up{job="incident-console"}'), { timeout: 15_000 }).toBe(1);
    const notes = 'console_commands_total{type="timeline.add_note",outcome="applied"}';
    await expect.poll(() => prometheus.value(notes)).toBeGreaterThanOrEqual(1);
    await expect.poll(() => prometheus.value('console_stream_followers')).toBe(1);
    expect(await prometheus.value('console_is_poll_leader')).toBe(1);
    expect(await prometheus.value('sum(console_http_request_duration_seconds_count)')).toBeGreaterThan(3);
    expect(
      await prometheus.value('sum(console_http_request_duration_seconds_count{route=~".*commands"})'),
    ).toBeGreaterThanOrEqual(2);
    expect(await prometheus.value('count(console_health_poll_duration_seconds_count)')).toBeGreaterThanOrEqual(3);
    await expect
      .poll(() => prometheus.value('sum(rate(console_health_poll_duration_seconds_count[5s]))'))
      .toBeGreaterThan(0);
    const p50 = 'histogram_quantile(0.5, sum by (le) (console_http_request_duration_seconds_bucket))';
    expect(await prometheus.value(p50)).toBeLessThan(5);

    await page.close();
    await expect.poll(() => prometheus.value('console_stream_followers'), { timeout: 15_000 }).toBe(0);
    expect(await metricsPage(running)).not.toContain(number);
  } finally {
    await prometheus.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('promtool finds nothing to complain of in the page', async ({ console: running }) => {
  test.skip(!found?.tool, 'promtool is not installed here');
  const page = await metricsPage(running);
  const { stdout, stderr } = spawnSync(found?.tool ?? '', ['check', 'metrics'], { input: page, encoding: 'utf8' });
  // The library's own gauges of Node are named like counters; everybody's dashboards know them by these names.
  const ours = `${stdout}${stderr}`.split('\n').filter((line) => line && !line.startsWith('nodejs_active_'));
  expect(ours).toEqual([]);
});
