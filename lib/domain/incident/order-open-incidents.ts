interface Listed {
  number: string;
  severity: string;
  declaredAt: string;
}

/** Open incidents as a list shows them: the most severe first, among equals the oldest. `ladder` has the most severe first. */
export function orderOpenIncidents<Incident extends Listed>(
  incidents: readonly Incident[],
  ladder: readonly string[],
): Incident[] {
  const rank = ({ severity }: Listed) => (ladder.includes(severity) ? ladder.indexOf(severity) : ladder.length);
  return [...incidents].sort((a, b) => rank(a) - rank(b) || Date.parse(a.declaredAt) - Date.parse(b.declaredAt));
}
