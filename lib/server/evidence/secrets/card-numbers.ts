import type { FoundSecret } from './found-secret';

// The ranges of the large card schemes by first digits and length; anything wider takes ids and times for cards.
const CANDIDATE =
  /(?<![\w.-])(?:4\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}|5[1-5]\d{2}([ -]?)\d{4}\2\d{4}\2\d{4}|2[2-7]\d{2}([ -]?)\d{4}\3\d{4}\3\d{4}|6(?:011|5\d{2}|2\d{2}|4[4-9]\d)([ -]?)\d{4}\4\d{4}\4\d{4}|35[2-8]\d([ -]?)\d{4}\5\d{4}\5\d{4}|3[47]\d{2}([ -]?)\d{6}\6\d{5})(?![\w-]|\.\d)/g;

/** The check digit that every card number ends with (ISO/IEC 7812-1, "Luhn"). */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Card numbers, in one piece or in groups. */
export function findCardNumbers(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    if (!hasCheckDigit(match[0].replace(/\D/g, ''))) continue;
    found.push({ from: match.index, to: match.index + match[0].length, kind: 'card number' });
  }
  return found;
}
