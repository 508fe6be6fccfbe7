import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { isByHand } from '@/lib/domain/comms/events';
import type { RecordedEvent } from '@/lib/domain/contents';
import { proposeDeclaration } from '@/lib/domain/degradation/propose-declaration';
import type { WatchFact } from '@/lib/domain/degradation/watch-platform';
import { sayEvent } from '@/lib/domain/describe-event';
import { isOpenStatus } from '@/lib/domain/incident/is-open-status';
import { rowHolding } from '@/lib/domain/incident/row-holding';
import { type NowLine, nowLine } from '@/lib/domain/triage/now-line';
import { notNeeded } from '@/lib/domain/triage/step-need';
import { loadCatalogue } from '@/lib/server/catalogue/load-catalogue';
import { ANight, type NightIncident } from './a-night';
import { type SeededRandom, seededRandom } from './seeded-random';

const loaded = loadCatalogue(path.resolve(import.meta.dirname, '../../catalog'));
if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
const { catalogue } = loaded;
const ladder = catalogue.severities.map(({ id }) => id);

// Each day a few; NIGHTS=25 for the whole ten thousand steps.
const nights = Number(process.env.NIGHTS ?? 4);
const stepsEach = 400;

describe('[T12] [S4] [L6] [M14] over random nights of platform, people and clocks', () => {
  it.each(Array.from({ length: nights }, (_, index) => 20_261_122 + index))(
    'nothing false is said, seed %i',
    (seed) => {
      const random = seededRandom(seed);
      const night = new ANight(catalogue);
      night.poll();
      for (let step = 0; step < stepsEach; step += 1) {
        takeStep(night, random);
        proposesEnough(night);
        for (const incident of night.incidents)
          for (const actor of Object.values(night.people)) holdsNow(night, incident, actor);
      }
      for (const incident of night.incidents) for (const event of incident.events) claimsNoChannel(event);
    },
  );
});

/** The platform, time or a person moves. */
function takeStep(night: ANight, random: SeededRandom): void {
  const instance = random.pick(night.platform);
  const kind = random.next();
  if (kind < 0.12)
    instance.services[random.pick(night.breakable).key] = random.pick(['ok', 'degraded', 'down', 'disabled']);
  else if (kind < 0.16) instance.hangs = !instance.hangs;
  else if (kind < 0.2) for (const one of night.platform) one.services = allWell(one.services);
  else if (kind < 0.22) night.restart();
  else if (kind < 0.5) checkFacts(night, night.poll(random.pick([5_000, 5_000, 5_000, 5_000, 60_000])));
  else if (kind < 0.55 && night.incidents.length < 4)
    night.declare(random.pick([night.people.commander, night.people.responder]));
  else if (night.incidents.length > 0) act(night, random.pick(night.incidents), random);
}

function allWell(services: Record<string, string>) {
  return Object.fromEntries(Object.keys(services).map((key) => [key, 'ok' as const]));
}

/** Somebody does what NOW says, or something else. */
function act(night: ANight, incident: NightIncident, random: SeededRandom): void {
  const actor = random.pick([
    night.people.commander,
    night.people.commander,
    night.people.other,
    night.people.responder,
  ]);
  const { incident: state, triage } = incident.state;
  const send = (type: Parameters<ANight['act']>[2], input: object = {}) => night.act(incident, actor, type, input);
  const from = state.status;
  const others: (() => unknown)[] = [
    () => send('timeline.add_note', { text: 'A note' }),
    () => send('incident.go_back', { from, to: 'investigating', reason: 'It is back' }),
    () => send('incident.lower_severity', { from: state.severity, to: ladder.at(-1), reason: 'Less' }),
    () => send('incident.remove_services', { services: state.services.slice(0, 1) }),
    () => send('incident.add_services', { services: [random.pick(night.breakable).id] }),
    () => send('incident.resolve', { from, cause: 'c', mitigation: 'm', despite: 'users confirm that it works' }),
    () => send('incident.take_command'),
    () => send('triage.set_failure_class', { failureClass: random.pick(catalogue.failureClasses).id }),
    () => sendUpdate(night, incident, actor, random),
    () => {
      const list = random.pick(triage.checklists);
      const item = random.pick(list.items);
      return send(random.pick(['triage.tick', 'triage.untick']), { checklistId: list.id, itemId: item.id });
    },
  ];
  if (random.happens(0.5)) return void random.pick(others)();
  follow(night, incident, actor, nowLine(night.factsFor(incident, actor)), random);
}

function follow(
  night: ANight,
  incident: NightIncident,
  actor: Actor,
  { act: next }: NowLine,
  random: SeededRandom,
): void {
  const { status: from, severity } = incident.state.incident;
  const send = (type: Parameters<ANight['act']>[2], input: object = {}) => night.act(incident, actor, type, input);
  switch (next?.kind) {
    case 'tick':
      return void send('triage.tick', { checklistId: next.checklistId, itemId: next.itemId });
    case 'answer':
      return void send('triage.answer_question', {
        ...{ checklistId: next.checklistId, itemId: next.itemId, answer: random.pick(next.answers) },
      });
    case 'capture':
      return void send('evidence.waive', { recipes: next.recipes, reason: 'Cannot be had tonight' });
    case 'set_class':
      return void send('triage.set_failure_class', { failureClass: next.failureClass });
    case 'call_backup':
      return void send('triage.call_backup');
    case 'raise_severity':
      return void send('incident.raise_severity', { from: severity, to: next.to, reason: next.because });
    case 'move':
      if (next.to === 'mitigated') return void send('incident.mitigate', { from, how: 'h' });
      if (next.to === 'resolved') return void send('incident.resolve', { from, cause: 'c', mitigation: 'm' });
      if (next.to === 'closed') return void send('incident.close', { from });
      return void send('incident.identify', { from });
    case 'write_update':
      return void sendUpdate(night, incident, actor, random);
    default:
      return void send('timeline.add_note', { text: 'Looked' });
  }
}

const phases = {
  investigating: 'investigating',
  identified: 'identified',
  mitigated: 'monitoring',
  resolved: 'resolved',
};

function sendUpdate(night: ANight, incident: NightIncident, actor: Actor, random: SeededRandom): void {
  const { status } = incident.state.incident;
  if (status === 'closed') return;
  const channels = catalogue.comms.channels.filter(() => random.happens(0.6)).slice(0, 3);
  const texts = channels.map(({ id }) => ({ channel: id, subject: null, body: 'We are looking into it.' }));
  const codes = ['red_not_said', 'resolved_while_red', 'wrong_phase', 'partial_outage', 'times_disagree', 'no_promise'];
  const nextUpdateAt = status === 'resolved' ? null : new Date(night.nowMs + 30 * 60_000).toISOString();
  const updateId = `019ab000-0000-7000-8000-${String(incident.events.length).padStart(12, '0')}`;
  const input = { updateId, phase: phases[status], language: 'en', headline: 'Trouble', texts, nextUpdateAt };
  night.act(incident, actor, 'comms.send_update', { ...input, override: { codes, reason: 'Said on purpose tonight' } });
}

/** No service fact has a value or a time that the platform never had. */
function checkFacts(night: ANight, facts: readonly WatchFact[]): void {
  const now = night.seen.at(-1);
  const last = night.seen.slice(0, -1);
  for (const fact of facts) {
    expect(fact.at).toBe(now?.at);
    const changes = fact.kind === 'changed' ? [fact.change] : fact.kind === 'gap' ? fact.changes : [];
    for (const { serviceId, from, to } of changes) {
      expect(truthOf(night, serviceId, now)).toBe(to);
      const known = last.map((round) => truthOf(night, serviceId, round)).filter((word) => word !== 'unknown');
      expect(known.at(-1)).toBe(from);
      expect(from).not.toBe(to);
    }
  }
}

/** Said once more by hand, on purpose not by the code under test. */
function truthOf(night: ANight, serviceId: string, round: ANight['seen'][number] | undefined): string {
  const service = catalogue.services.find(({ id }) => id === serviceId);
  const answers = round?.answers ?? [];
  const answering = answers.filter((one) => one !== null);
  if (service && service.instances.length > 0) {
    return answering.length === 0 ? 'unknown' : answering.length === answers.length ? 'ok' : 'degraded';
  }
  const key = night.breakable.find(({ id }) => id === serviceId)?.key ?? '';
  const said = answering.map((one) => one[key] ?? 'unknown');
  const on = said.filter((word) => word !== 'disabled');
  if (said.length === 0) return 'unknown';
  if (on.length === 0) return 'disabled';
  if (on.every((word) => word === 'down')) return 'down';
  return on.every((word) => word === 'ok') ? 'ok' : 'degraded';
}

const rank = (severity: string | null) => (severity === null ? ladder.length : ladder.indexOf(severity));

/** What a row alone asks for, by the catalogue: read by hand. */
function severityOf(night: ANight, serviceId: string): string | null {
  const service = catalogue.services.find(({ id }) => id === serviceId);
  const status = night.matrix.rows.find((row) => row.serviceId === serviceId)?.status;
  return status === 'down' || status === 'degraded' ? (service?.[status].severity ?? null) : null;
}

/** A declaration of everything proposes no less than its worst row. */
function proposesEnough(night: ANight): void {
  const { proposal, services } = proposeDeclaration(night.matrix, catalogue, night.holders);
  const worst = Math.min(ladder.length, ...services.map((id) => rank(severityOf(night, id))));
  expect(rank(proposal?.severity ?? null)).toBeLessThanOrEqual(worst);
}

function holdsNow(night: ANight, incident: NightIncident, actor: Actor): void {
  const facts = night.factsFor(incident, actor);
  const line = nowLine(facts);
  const { act: next, rule } = line;
  expect(line.say).not.toBe('');
  if (next && 'itemId' in next) {
    const item = facts.triage.checklists
      .find(({ id }) => id === next.checklistId)
      ?.items.find(({ id }) => id === next.itemId);
    expect(item && notNeeded(item, facts)).toBeNull();
  }
  if (next?.kind === 'call_backup') expect(facts.triage.failureClass).toBeNull();
  if (next?.kind === 'raise_severity') expect(rank(next.to)).toBeLessThan(rank(facts.incident.severity));
  if (next?.kind === 'raise_severity') expect(isAllowed(actor.role, 'incident.raise_severity')).toBe(true);
  if (next?.kind === 'move' && next.to !== 'investigating')
    expect(isAllowed(actor.role, 'incident.mitigate') || next.to === 'identified').toBe(true);
  const own = catalogue.services.filter(({ id }) => rowHolding(facts.incident, night.holders)(id).by === 'own');
  const words = new Map(night.matrix.rows.map(({ serviceId, status }) => [serviceId, status]));
  if (rule === 'N9')
    expect(own.some(({ id }) => ['down', 'degraded', 'unknown'].includes(words.get(id) ?? 'unknown'))).toBe(false);
  if (rule === 'N7') expect(own.some(({ id }) => ['down', 'degraded'].includes(words.get(id) ?? 'unknown'))).toBe(true);
  // No rule after N6 speaks while a row that is this incident's asks for more than its severity.
  const isWorking = isOpenStatus(facts.incident.status) && facts.incident.status !== 'mitigated';
  if (isWorking && !['N1', 'N2', 'N3', 'N4', 'N5', 'N6'].includes(rule)) {
    const worst = Math.min(ladder.length, ...own.map(({ id }) => rank(severityOf(night, id))));
    expect(rank(facts.incident.severity)).toBeLessThanOrEqual(worst);
  }
}

/** No sentence says that a text went where nothing is connected. */
function claimsNoChannel(event: RecordedEvent): void {
  if (event.type !== 'comms.update_sent') return;
  const said = sayEvent(event);
  const [sent = ''] = said.split('to be posted by hand');
  for (const text of event.data.texts.filter(isByHand))
    expect(sent.split(': Trouble, ')[1] ?? '').not.toContain(text.name);
  if (event.data.texts.every(isByHand)) expect(said).not.toMatch(/ sent an update/);
}
