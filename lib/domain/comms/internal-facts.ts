import type { CommsWords } from '../catalogue/comms-guide';
import type { LiveSituation } from '../incident/record-context';
import { judgeText } from './contradictions/check-status';
import { withoutFullStop } from './end-sentence';
import { shortenText } from './shorten-text';
import type { FactsSource, Room } from './update-facts';
import { phrasesOf, type UpdatePhrases } from './update-phrases';

/** What only those who work on the incident, or lead, may read. */
export interface InternalSource {
  number: string;
  severity: string;
  commander: string | null;
  commsLead: string | null;
  failureClass: { id: string; symptom: string } | null;
  openSteps: number;
  owesPostmortem: boolean;
  cause: string | null;
  mitigation: string | null;
  /** True once nothing is needed any more. */
  isResolved: boolean;
}

/** What a template for the team or for leads may say beside the facts for anybody. */
export interface InternalFacts {
  number: string;
  severity: string;
  commander: string | null;
  symptom: string | null;
  /** Rows of the matrix that are in trouble or unknown, a line each. */
  rows: string[];
  /** How many steps of the checklists nobody has done. */
  openSteps: number;
  cause: string;
  mitigation: string;
  /** Whom or what the incident lacks, a sentence each. */
  needs: string[];
  owesPostmortem: boolean;
}

const mostRows = 8;

/** The facts for the team and for leads, in the update's language. */
export function internalFacts(
  source: InternalSource,
  { situation, words, holdingOf }: Pick<FactsSource, 'situation' | 'words' | 'holdingOf'>,
  room: Room,
): InternalFacts {
  const phrases = phrasesOf(words.language);
  const { number, severity, commander, openSteps, owesPostmortem, failureClass } = source;
  const asTyped = (text: string | null) =>
    text === null ? phrases.notWritten : shortenText(withoutFullStop(text), room.typed);
  return {
    ...{ number, severity, commander, openSteps, owesPostmortem },
    symptom: failureClass === null ? null : symptomOf(failureClass, situation, words),
    rows: rowLines(situation.rows, words, holdingOf, source.isResolved),
    cause: asTyped(source.cause),
    mitigation: asTyped(source.mitigation),
    needs: source.isResolved ? [] : needsOf(source, phrases.needs),
  };
}

/** The symptom of the class, as long as the live matrix does not deny it. */
function symptomOf(
  { id, symptom }: NonNullable<InternalSource['failureClass']>,
  situation: LiveSituation,
  words: CommsWords,
): string | null {
  const said = words.symptoms?.[id] ?? symptom;
  return judgeText(said, words.language, { situation, words: [words] }).length > 0 ? null : said;
}

function needsOf(source: InternalSource, words: UpdatePhrases['needs']): string[] {
  return [
    ...(source.commander === null ? [words.commander] : []),
    ...(source.failureClass === null && source.cause === null ? [words.cause] : []),
    ...(source.commsLead === null ? [words.commsLead] : []),
  ];
}

/**
 * The rows that the incident speaks of (rule M21). Since when stands at its own: of those that nobody holds, it would be
 * another story.
 */
function rowLines(
  rows: LiveSituation['rows'],
  words: CommsWords,
  holdingOf: FactsSource['holdingOf'],
  isResolved: boolean,
): string[] {
  const phrases = phrasesOf(words.language);
  const isOwn = (id: string) => holdingOf(id).by === 'own';
  const isSaid = (id: string) => isOwn(id) || (!isResolved && holdingOf(id).by === 'nobody');
  const lines = (['down', 'degraded', 'unknown'] as const).flatMap((status) =>
    rows
      .filter((row) => row.status === status && isSaid(row.serviceId))
      .map(({ serviceId, name, since }) =>
        phrases.row(name, status, status !== 'unknown' && isOwn(serviceId) ? since : null),
      ),
  );
  const rest = lines.length - mostRows;
  return rest > 0 ? [...lines.slice(0, mostRows), phrases.moreRows(rest)] : lines;
}
