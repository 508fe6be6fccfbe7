import type { Catalogue, Service } from '../catalogue/catalogue';
import type { AlertRule, DriftFinding, FailureComment, Reality } from './drift';
import { serviceKey } from './service-key';
import { serviceOfKey } from './service-of-key';

/** Rule D9: the recipe for a new degradation mode as a check: health, matrix, alert rules, source and bookmarks agree. */
export function findDrift(catalogue: Catalogue, reality: Reality): DriftFinding[] {
  return [
    ...(reality.reportedKeys ? healthDrift(catalogue, reality.reportedKeys) : []),
    ...(reality.rules ?? []).flatMap((rule) => ruleDrift(catalogue, rule)),
    ...orphanRunbooks(catalogue, reality.rules ?? []),
    ...(reality.comments ? commentDrift(catalogue, reality.comments) : []),
    ...(reality.bookmarks ?? []).flatMap(({ isAlive, bookmarkId, url, detail }): DriftFinding[] =>
      isAlive
        ? []
        : [{ kind: 'dead_bookmark', subject: bookmarkId, detail: `It does not answer: ${detail}.`, where: url }],
    ),
  ];
}

function healthDrift(
  { services }: Catalogue,
  reported: readonly { targetName: string; key: string }[],
): DriftFinding[] {
  const unmapped = reported.filter(({ key }) => serviceOfKey(services, key) === null);
  const known = new Set(reported.map(({ key }) => serviceKey(key)));
  const silent = services.filter(
    ({ instances, healthKeys }) => instances.length === 0 && !healthKeys.some((key) => known.has(serviceKey(key))),
  );
  return [
    ...unmapped.map(
      ({ key, targetName }): DriftFinding => ({
        kind: 'unmapped_key',
        subject: key,
        detail: 'The health answer has it and no row of the matrix does. Add a row, or an alias to one.',
        where: targetName,
      }),
    ),
    ...silent.map(
      ({ id, healthKeys }): DriftFinding => ({
        kind: 'silent_row',
        subject: id,
        detail: `No target reports it. Looked for ${healthKeys.join(', ')}.`,
      }),
    ),
  ];
}

/** The runbook that an address names: its last part without `.md`, whatever its case and hyphens. */
export function runbookOfUrl(url: string): string {
  const path = url.split(/[?#]/)[0] ?? '';
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return last.replace(/\.md$/i, '').toLowerCase().replaceAll('_', '-');
}

function ruleDrift({ runbooks }: Catalogue, { name, runbookUrl, where }: AlertRule): DriftFinding[] {
  if (runbookUrl === null) {
    return [{ kind: 'rule_without_runbook', subject: name, detail: 'The rule has no runbook_url annotation.', where }];
  }
  if (runbooks.some(({ id }) => id === runbookOfUrl(runbookUrl))) return [];
  return [
    {
      kind: 'rule_with_unknown_runbook',
      subject: name,
      detail: `The library has no runbook for ${runbookUrl}.`,
      where,
    },
  ];
}

function orphanRunbooks(
  { runbooks, services, failureClasses, noneOfThese }: Catalogue,
  rules: readonly AlertRule[],
): DriftFinding[] {
  const linked = new Set([
    ...services.flatMap(({ runbook }) => (runbook ? [runbook] : [])),
    ...failureClasses.flatMap((row) => row.runbooks),
    ...(noneOfThese?.runbooks ?? []),
    ...runbooks.flatMap(({ id, links }) => links.flatMap(({ runbook }) => (runbook === id ? [] : [runbook]))),
    ...rules.flatMap(({ runbookUrl }) => (runbookUrl ? [runbookOfUrl(runbookUrl)] : [])),
  ]);
  return runbooks
    .filter(({ id }) => !linked.has(id))
    .map(({ id }) => ({
      kind: 'orphan_runbook',
      subject: id,
      detail: 'No row, symptom, alert or other runbook leads to it.',
    }));
}

function commentDrift({ services }: Catalogue, comments: readonly FailureComment[]): DriftFinding[] {
  return services.flatMap((service): DriftFinding[] => {
    const own = comments.filter(({ text }) => speaksOf(text, service));
    const against = own.find(({ failure }) => failure !== service.failure);
    if (own.length === 0) {
      const detail = `The source has no FAIL-${service.failure.toUpperCase()} comment for it.`;
      return [{ kind: 'comment_missing', subject: service.id, detail }];
    }
    if (!against) return [];
    const detail = `The matrix says fail-${service.failure}, the source says fail-${against.failure}.`;
    return [{ kind: 'comment_contradicts', subject: service.id, detail, where: against.where }];
  });
}

function speaksOf(text: string, { id, healthKeys }: Service): boolean {
  const words = ` ${serviceKey(text)} `.replaceAll('_', ' ');
  return [id, ...healthKeys].some((name) => words.includes(` ${serviceKey(name).replaceAll('_', ' ')} `));
}
