const mark = ' …';

/** The text in at most so many characters: cut after a sentence, else after a word, with a mark that it was cut. */
export function shortenText(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, Math.max(0, most - mark.length) + 1);
  const sentences = [...room.matchAll(/[.!?…](?=\s)|\n/g)];
  const afterSentence = (sentences.at(-1)?.index ?? -1) + 1;
  const afterWord = room.search(/\s\S*$/);
  // A cut in the first third would throw away more than it says.
  const end = afterSentence > most / 3 ? afterSentence : afterWord;
  return end > 0 ? `${text.slice(0, end).trimEnd()}${mark}` : '…';
}
