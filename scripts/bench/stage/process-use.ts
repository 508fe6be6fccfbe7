import { readFileSync } from 'node:fs';

/** The resident memory of a process in kB, as the kernel counts it. */
export function residentKb(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? Number.NaN);
}

const MS_PER_TICK = 10;

/** The processor time that a process has used so far, in milliseconds; in steps of 10. */
export function processorMs(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may hold anything; user and system time are the 12th and 13th words after it.
  const words = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(words[11]) + Number(words[12])) * MS_PER_TICK;
}
