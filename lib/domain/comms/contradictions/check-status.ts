import { redRows } from './concerned-rows';
import type { Contradiction, KnownFacts, SaidUpdate } from './contradiction';
import { isNamed, type NamedThing, namedFunctions, namedServices, namesOfService } from './names-of';
import { readStatements, type Statement } from './read-statements';

type Live = Pick<KnownFacts['lookup'], 'situation' | 'words'>;
type Judgement = Pick<Contradiction, 'code' | 'words'>;

/**
 * Rule M10: nothing red is said to work, and nothing that works is accused. The name that the incident has in public
 * already is no claim: it stays when all is well again.
 */
export function checkStatus({ texts, language }: SaidUpdate, { lookup, record }: KnownFacts): Contradiction[] {
  const names = [...new Set(record.comms.updates.map((update) => update.headline))];
  return texts.flatMap(({ channel, subject, body }) =>
    judgeText([subject ?? '', body].join('\n'), language, lookup, names).map((one) => ({
      ...one,
      channel,
    })),
  );
}

/** What a text says of functions and services that the matrix denies; `names` themselves claim nothing. */
export function judgeText(
  text: string,
  language: SaidUpdate['language'],
  live: Live,
  names: readonly string[] = [],
): Judgement[] {
  const things = [...namedFunctions(live, language), ...namedServices(live)];
  const known = [...sentencesOfTrouble(live, language), ...names];
  const left = known.reduce((rest, one) => rest.replaceAll(one, ''), text);
  return readStatements(left).flatMap((statement) => things.flatMap((thing) => judge(statement, thing)));
}

function judge({ piece, claim }: Statement, thing: NamedThing): Judgement[] {
  const { name, status } = thing;
  if (!isNamed(piece, thing)) return [];
  if (claim === 'fine' && (status === 'down' || status === 'degraded')) {
    const words = `${name} is said to work, and is ${status}: “${piece.trim()}”`;
    return [{ code: 'red_said_fine', words }];
  }
  if (claim === 'bad' && status === 'ok') {
    const words = `${name} is said to have trouble, and is ok: “${piece.trim()}”`;
    return [{ code: 'fine_said_red', words }];
  }
  return [];
}

/** The catalogue's own sentences about what is in trouble now: they are true as they stand, whatever words they use. */
function sentencesOfTrouble({ situation, words }: Live, language: SaidUpdate['language']): string[] {
  const own = words.find((one) => one.language === language);
  return situation.rows.flatMap(({ serviceId, status, users }) => {
    if (status !== 'down' && status !== 'degraded') return [];
    const said = own?.services[serviceId]?.[status];
    return [users, said ?? ''].filter((text) => text !== '').map((text) => text.replace(/[.!?]$/, ''));
  });
}

/** True when other rows' sentences that stand in the text speak of all these functions: a full outage says it all. */
function isTakenAlong(
  functions: readonly string[],
  text: string,
  { situation, words, feltBy }: KnownFacts['lookup'],
  language: SaidUpdate['language'],
): boolean {
  const own = words.find((one) => one.language === language);
  const said = situation.rows.flatMap(({ serviceId, status }) => {
    if (status !== 'down' && status !== 'degraded') return [];
    const sentence = own?.services[serviceId]?.[status];
    return sentence && text.includes(sentence) ? (feltBy[serviceId]?.[status] ?? []) : [];
  });
  return functions.every((id) => said.includes(id));
}

/** Rule M10: each text says what users feel of every red row of the incident; the last word is checked elsewhere. */
export function checkMentions({ texts, phase, language }: SaidUpdate, { record, lookup }: KnownFacts): Contradiction[] {
  if (phase === 'resolved') return [];
  const functions = namedFunctions(lookup, language);
  const own = lookup.words.find((one) => one.language === language);
  return redRows(record, lookup)
    .filter((row) => row.functions.length > 0)
    .flatMap((row) => {
      const felt = functions.filter(({ id }) => row.functions.includes(id));
      const self: NamedThing = {
        id: row.serviceId,
        name: row.name,
        status: row.status,
        names: namesOfService(row.name),
      };
      const sentence = own?.services[row.serviceId]?.[row.status];
      return texts
        .map(({ channel, subject, body }) => ({ channel, text: `${subject ?? ''}\n${body}` }))
        .filter(({ text }) => !(sentence && text.includes(sentence.replace(/[.!?]$/, ''))))
        .filter(({ text }) => !isTakenAlong(row.functions, text, lookup, language))
        .filter(({ text }) => ![self, ...felt].some((thing) => isNamed(text, thing)))
        .map(({ channel }) => ({
          code: 'red_not_mentioned' as const,
          channel,
          words: `${row.name} is ${row.status} and is not mentioned: ${row.users}`,
        }));
    });
}
