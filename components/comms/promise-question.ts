import { readPromise, writePromise } from '@/lib/domain/comms/contradictions/promise-in-text';
import type { CommsRecord } from '@/lib/domain/comms/record';
import type { CommsLookup } from '@/lib/domain/incident/record-context';
import type { ComposedUpdate } from './composed-update';
import { type ComposerDraft, hasEdits } from './composer-draft';

const minuteMs = 60_000;
const usualMinutes = 20;

/** A whole minute (ISO UTC) at least so many minutes from now. */
export function inMinutes(nowMs: number, minutes: number): string {
  return new Date(Math.ceil((nowMs + minutes * minuteMs) / minuteMs) * minuteMs).toISOString();
}

/** One way out of two promises, and what it changes in the draft. */
export interface PromiseAnswer {
  label: string;
  change: Partial<ComposerDraft>;
}

/** What is asked when an edited text and the field do not promise the same, or what they promise has passed. */
export interface PromiseQuestion {
  words: string;
  answers: PromiseAnswer[];
  /** True while nothing can be sent with it. */
  isPast: boolean;
}

interface Facts {
  record: CommsRecord;
  lookup: Pick<CommsLookup, 'calendar'>;
  nowMs: number;
  draft: ComposerDraft;
}

/** Rule M16: which of both promises is wanted; null while there is nothing to ask. Texts that nobody edited follow. */
export function promiseQuestion(
  { texts, nextUpdateAt }: Pick<ComposedUpdate, 'texts' | 'nextUpdateAt'>,
  { record, lookup, nowMs, draft }: Facts,
): PromiseQuestion | null {
  if (nextUpdateAt === null || !hasEdits(draft)) return null;
  const { zone } = lookup.calendar;
  const said = texts
    .filter(({ isEdited, isLeftOut }) => isEdited && !isLeftOut)
    .flatMap(({ name, body }) => {
      const promise = readPromise(body, zone, nowMs);
      return promise ? [{ name, ...promise }] : [];
    });
  const putInto = (at: string) => ({ nextUpdateAt: at, texts: rewritten(draft, zone, at) });
  const isPast = Date.parse(nextUpdateAt) <= nowMs;
  const other = said.find(({ at }) => at !== nextUpdateAt && minuteOf(at) !== minuteOf(nextUpdateAt));
  if (isPast) {
    const { severity, updatePromises } = record.incident;
    const next = inMinutes(nowMs, updatePromises[severity]?.everyMinutes ?? usualMinutes);
    const isOpen = other !== undefined && Date.parse(other.at) > nowMs;
    return {
      words: `The next update is promised by ${clockOf(nextUpdateAt)}, and that has passed.`,
      answers: [
        { label: `Promise ${clockOf(next)}, also in the texts`, change: putInto(next) },
        isOpen ? keep(other.at) : { label: 'Take the console’s texts', change: { texts: {} } },
      ],
      isPast,
    };
  }
  if (!other) return null;
  return {
    words: `The text for ${other.name} promises ${other.clock}, and the field says ${clockOf(nextUpdateAt)}.`,
    answers: [
      { label: `Put ${clockOf(nextUpdateAt)} into the text`, change: putInto(nextUpdateAt) },
      ...(Date.parse(other.at) > nowMs
        ? [keep(other.at)]
        : [{ label: 'Take the console’s texts', change: { texts: {} } }]),
    ],
    isPast,
  };
}

/** The text is right, and the field follows it. */
function keep(at: string): PromiseAnswer {
  return { label: `Promise ${clockOf(at)}`, change: { nextUpdateAt: at } };
}

function rewritten({ texts = {} }: ComposerDraft, zone: string, at: string): NonNullable<ComposerDraft['texts']> {
  return Object.fromEntries(
    Object.entries(texts).map(([channel, text]) => [channel, { ...text, body: writePromise(text.body, zone, at) }]),
  );
}

function clockOf(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}

function minuteOf(iso: string): string {
  return iso.slice(0, 16);
}
