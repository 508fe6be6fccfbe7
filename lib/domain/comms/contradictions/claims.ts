/** Whether a piece of a sentence says that something works or that it does not. */
export type Claim = 'fine' | 'bad';

// English and French, whose words may begin with an accent, which \b does not see. What denies comes first, so that
// "does not work" is no claim of working.
const bad =
  /\b(?:not|n[o']t|cannot|can't|no longer|ne|n')\s*(?:\S+\s+){0,2}?(?:work|available|affected by nothing|respond|load|play|fonctionne|marche|répond|charge|joue|disponible)\w*|\b(?:down|fail(?:s|ed|ing|ure|ures)?|unavailable|broken|outage|interrupted|slow(?:er|ly)?|degraded|errors?|delayed|stall(?:s|ed|ing)?|impossible|unreachable)\b|(?<!\p{L})(?:en panne|panne|échou\w*|échec\w*|indisponibles?|lente?s?|ralenti\w*|interrompu\w*|dégradé\w*|erreurs?|inaccessibles?|retardé\w*)/giu;
const fine =
  /\b(?:works?|working|fine|normal(?:ly)?|operational|unaffected|not affected|available|recovered|restored|healthy|back to normal)\b|(?<!\p{L})(?:fonctionne(?:nt)?|marchent?|normalement|disponibles?|rétabli\w*|opérationnel\w*|pas touché\w*|pas affecté\w*)/giu;

const unaffected = /\b(?:not affected|unaffected|pas touché\w*|pas affecté\w*)/giu;

/** The claims of a piece of text, in their order. */
export function claimsOf(text: string): Claim[] {
  const without = text.replace(unaffected, (words) => ' '.repeat(words.length));
  const places: [number, Claim][] = [...text.matchAll(unaffected)].map(({ index }) => [index, 'fine']);
  const blank = without.replace(bad, (words, ...rest) => {
    places.push([rest.at(-2) as number, 'bad']);
    return ' '.repeat(words.length);
  });
  for (const { index } of blank.matchAll(fine)) places.push([index, 'fine']);
  return places.sort(([a], [b]) => a - b).map(([, claim]) => claim);
}
