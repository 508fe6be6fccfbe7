import 'server-only';

/** One mistake as people read it: `services.yaml:12: services.0.runbook: expected …`. */
export function mistakeLine(name: string, line: number, path: readonly (string | number)[], expected: string): string {
  const keys = path.length > 0 ? `${path.join('.')}: ` : '';
  return `${name}:${line}: ${keys}expected ${expected}`;
}
