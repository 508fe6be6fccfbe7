/** Words as an id with hyphens, of at most `most` characters and cut between words where that is possible. */
export function slug(text: string, most = 60): string {
  const whole = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (whole.length <= most) return whole;
  const end = whole.slice(0, most + 1).lastIndexOf('-');
  return end > most / 2
    ? whole.slice(0, end)
    : Array.from(whole.slice(0, most))
        .filter((part) => part.isWellFormed())
        .join('');
}
