import 'server-only';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { AlertRule } from '@/lib/domain/degradation/drift';

/** The alerting rules of Prometheus YAML files (plain, or PrometheusRule objects) in a file or a folder. Throws naming the file. */
export function readAlertRules(place: string): AlertRule[] {
  const files = statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => path.join(place, name))
    : [place];
  return files.flatMap((file) => rulesOfFile(file, path.relative(path.dirname(place), file) || file));
}

function rulesOfFile(file: string, shown: string): AlertRule[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).flatMap((document) => {
    if (document.errors[0]) throw new Error(`${shown}: ${document.errors[0].message.split('\n')[0]}`);
    const whole: unknown = document.toJS({ maxAliasCount: 100 });
    const groups = member(whole, 'groups') ?? member(member(whole, 'spec'), 'groups');
    return list(groups).flatMap((group) => list(member(group, 'rules')).flatMap((rule) => toRule(rule, shown)));
  });
}

/** The alerting rules that a running Prometheus has loaded (`/api/v1/rules`). Throws when it does not answer in 5 s. */
export async function fetchAlertRules(prometheusUrl: string): Promise<AlertRule[]> {
  const url = new URL('api/v1/rules?type=alert', prometheusUrl.endsWith('/') ? prometheusUrl : `${prometheusUrl}/`);
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`${url.origin} answered ${response.status}`);
  const groups = member(member(await response.json(), 'data'), 'groups');
  return list(groups).flatMap((group) => list(member(group, 'rules')).flatMap((rule) => toRule(rule, url.origin)));
}

function toRule(rule: unknown, where: string): AlertRule[] {
  const name = member(rule, 'alert') ?? (member(rule, 'type') === 'alerting' ? member(rule, 'name') : undefined);
  if (typeof name !== 'string') return [];
  const url = member(member(rule, 'annotations'), 'runbook_url');
  return [{ name, runbookUrl: typeof url === 'string' && url.trim() ? url.trim() : null, where }];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
