import 'client-only';

export const healthKey = ['health'] as const;
export const openIncidentsKey = ['incidents', 'open'] as const;
export const headCountsKey = ['here'] as const;
export const peopleKey = ['people'] as const;

export function goneKey(number: string) {
  return ['gone', number] as const;
}

export function recordKey(number: string) {
  return ['record', number] as const;
}

export function farEntriesKey(number: string, seqs: readonly number[]) {
  return ['entries', number, seqs] as const;
}

export function presenceKey(number: string) {
  return ['presence', number] as const;
}
