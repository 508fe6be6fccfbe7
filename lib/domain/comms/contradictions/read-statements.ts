import { type Claim, claimsOf } from './claims';

/** A piece of text with the one claim it makes, and the sentence it stands in. */
export interface Statement {
  piece: string;
  sentence: string;
  claim: Claim;
}

const sentenceEnd = /(?<=[.!?…;])\s+|\n+/u;
const joint = /,|\s(?:but|while|whereas|and|mais|tandis que|alors que|et)\s/iu;

/**
 * What a text claims, piece by piece: a sentence that claims one thing is one piece; one that claims both is taken apart
 * at its joints, and a piece without a claim belongs to the next that makes one ("uploads, login and search work").
 */
export function readStatements(text: string): Statement[] {
  return text.split(sentenceEnd).flatMap((sentence) => {
    const claims = new Set(claimsOf(sentence));
    const [only] = claims;
    if (only === undefined) return [];
    return claims.size === 1 ? [{ piece: sentence, sentence, claim: only }] : takeApart(sentence);
  });
}

function takeApart(sentence: string): Statement[] {
  const statements: Statement[] = [];
  let waiting: string[] = [];
  for (const piece of sentence.split(joint)) {
    // The last word of a piece counts: "does not play while …".
    const claim = claimsOf(piece).at(-1);
    waiting.push(piece);
    if (claim === undefined) continue;
    statements.push({ piece: waiting.join(', '), sentence, claim });
    waiting = [];
  }
  const last = statements.at(-1);
  if (last && waiting.length > 0) last.piece = [last.piece, ...waiting].join(', ');
  return statements;
}
