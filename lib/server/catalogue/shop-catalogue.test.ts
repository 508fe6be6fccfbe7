import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import { aPrepareInput, aSituation } from '@/lib/testing/a-prepare-input';
import { aHealthView, aSilentTarget, aTarget, noonMs } from '@/lib/testing/a-target';
import { prepareUpdate } from '../comms/prepare-update';
import { loadCatalogue } from './load-catalogue';

const loaded = loadCatalogue(path.resolve(import.meta.dirname, '../../../e2e/fixtures/catalogues/shop'));
if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
const { catalogue } = loaded;
const allWell = { ledger: 'ok', cards: 'ok', parcels: 'ok' } as const;

describe('another team’s catalogue, with its own words', () => {
  it('has four severities, other services and other functions', () => {
    expect(catalogue).toMatchObject({ platform: 'Lantern Goods', defaultSeverity: 'P3' });
    expect(catalogue.severities.map(({ id }) => id)).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(catalogue.calendar).toMatchObject({ zone: 'America/Toronto', hours: { from: '08:00', to: '20:00' } });
  });

  it('says that everything works', () => {
    const view = aHealthView(aTarget('web-1', allWell), aTarget('web-2'), aTarget('web-3'));
    expect(buildMatrix(catalogue, view, noonMs).sentence).toBe(
      'Everything works: browsing, the basket, checkout, delivery dates and returns.',
    );
  });

  it('proposes its own severities by its own ladder', () => {
    const cardsOut = aHealthView(aTarget('web-1', { ...allWell, cards: 'down', parcels: 'down' }), aTarget('web-2'));
    const matrix = buildMatrix(catalogue, cardsOut, noonMs);
    expect(matrix.proposal).toMatchObject({ severity: 'P1', rule: 'S2', because: 'Card gateway is down' });
    expect(matrix.sentence).toMatch(
      /^Nobody can pay by card\. There is no news of parcels\. Not working: checkout\. Slow or failing in part: delivery dates\. Working: browsing, the basket/,
    );
    const parcelsOut = aHealthView(aTarget('web-1', { ...allWell, parcels: 'down' }), aTarget('web-2'));
    expect(buildMatrix(catalogue, parcelsOut, noonMs).proposal).toMatchObject({ severity: 'P4' });
  });

  it('routes around one of three web servers', () => {
    const view = aHealthView(aTarget('web-1', allWell), aTarget('web-2'), aSilentTarget('web-3'));
    expect(buildMatrix(catalogue, view, noonMs).rows[0]).toMatchObject({
      serviceId: 'storefront',
      status: 'degraded',
      severity: 'P3',
      runbook: 'storefront-down',
    });
  });

  it('gates its own steps by its own evidence', () => {
    const gated = catalogue.runbooks.flatMap(({ items }) => items.filter(({ gate }) => gate));
    expect(gated.map(({ needs }) => needs)).toEqual([['ledger-locks'], ['web-log'], ['web-log']]);
  });
});

it('[M1] tells its own updates, in the one language that it has words for', () => {
  const [words] = catalogue.comms.words;
  if (!words || catalogue.comms.words.length > 1) throw new Error('expected one language');
  const situation = aSituation(catalogue, { 'card-gateway': 'down' }, '2026-11-22T03:04:00.000Z');
  const input = aPrepareInput({ catalogue, words, phase: 'investigating', severity: 'P1', situation });
  const { headline, texts } = prepareUpdate(input);
  expect(headline).toBe('Checkout not working');
  expect(texts.map(({ channel }) => channel)).toEqual(['shop-news', 'war-room', 'owners']);
  for (const { body, usedFallback } of texts) {
    expect(usedFallback).toBeUndefined();
    expect(body).toContain('Paying by card fails; vouchers work.');
  }
});
