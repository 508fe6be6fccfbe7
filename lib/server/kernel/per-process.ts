import 'server-only';

const key = Symbol.for('incident-console.per-process');
type Registry = Map<string, unknown>;

/** One instance a process: the bundler loads modules more than once, globalThis exists once. */
export function perProcess<T>(name: string, make: () => T): T {
  const holder = globalThis as { [key]?: Registry };
  holder[key] ??= new Map();
  const registry = holder[key];
  if (!registry.has(name)) registry.set(name, make());
  return registry.get(name) as T;
}
