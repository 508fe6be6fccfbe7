import { redRows } from './concerned-rows';
import type { Contradiction, KnownFacts, SaidUpdate } from './contradiction';
import { isNamed, type NamedThing, namedFunctions, namedServices } from './names-of';
import { readStatements, type Statement } from './read-statements';

/** Rule M10: nothing red is said to work, and nothing that works is accused. */
export function checkStatus(
  { texts, language, headline }: SaidUpdate,
  { record, lookup }: KnownFacts,
): Contradiction[] {
  const things = [...namedFunctions(lookup, language), ...namedServices(lookup)];
  // What it was called before is its name by now, and no claim.
  const isName = record.comms.updates.some((update) => update.headline === headline);
  const known = [...sentencesOfTrouble(lookup, language), ...(isName ? [headline] : [])];
  return texts.flatMap(({ channel, subject, body }) => {
    const text = known.reduce((left, one) => left.replaceAll(one, ''), `${subject ?? ''}\n${body}`);
    return readStatements(text).flatMap((statement) => things.flatMap((thing) => judge(statement, thing, channel)));
  });
}

function judge({ piece, claim }: Statement, thing: NamedThing, channel: string): Contradiction[] {
  const { name, status } = thing;
  if (!isNamed(piece, thing)) return [];
  if (claim === 'fine' && (status === 'down' || status === 'degraded')) {
    const words = `${name} is said to work, and is ${status}: “${piece.trim()}”`;
    return [{ code: 'red_said_fine', channel, words }];
  }
  if (claim === 'bad' && status === 'ok') {
    const words = `${name} is said to have trouble, and is ok: “${piece.trim()}”`;
    return [{ code: 'fine_said_red', channel, words }];
  }
  return [];
}

/** The catalogue's own sentences about what is in trouble now: they are true as they stand, whatever words they use. */
function sentencesOfTrouble({ situation, words }: KnownFacts['lookup'], language: SaidUpdate['language']): string[] {
  const own = words.find((one) => one.language === language);
  return situation.rows.flatMap(({ serviceId, status, users }) => {
    if (status !== 'down' && status !== 'degraded') return [];
    const said = own?.services[serviceId]?.[status];
    return [users, ...(said ? [said] : [])].map((text) => text.replace(/[.!?]$/, ''));
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
        names: [row.name.toLowerCase()],
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
