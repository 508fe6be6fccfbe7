import os from 'node:os';

/** What the figures depend on, beside the code. */
export function describeMachine() {
  const cpus = os.cpus();
  return {
    cores: cpus.length,
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    memoryMB: Math.round(os.totalmem() / 2 ** 20),
    node: process.versions.node,
    kernel: os.release(),
  };
}

/** The 1-minute load average. */
export function load(): number {
  return os.loadavg()[0] ?? Number.NaN;
}
