import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endProcess } from '../process/end-process';
import { identify, isAlive, type ProcessIdentity } from '../process/process-identity';
import type { Plan } from './plan';

export type ProcessName = 'supervisor' | 'console' | 'oidc' | 'platform' | 'postgres';

/** `run.json` of the data folder: what runs now. Read by `npm run platform`, by tests, and by the next start. */
export interface RunNote {
  status: 'starting' | 'running';
  mode: 'production' | 'development';
  root: string;
  startedAt: string;
  ports: Plan['ports'];
  urls: { console: string; oidc?: string; blue?: string; green?: string; control?: string; database?: string };
  processes: Partial<Record<ProcessName, ProcessIdentity>>;
}

const fileOf = (dataDir: string): string => path.join(dataDir, 'run.json');

function readNote(dataDir: string): RunNote | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

function refuseSecondStart(note: RunNote | undefined): void {
  const supervisor = note?.processes.supervisor;
  if (!note || !supervisor || !isAlive(supervisor)) return;
  const what = note.status === 'running' ? `runs already at ${note.urls.console}` : 'is being started already';
  throw new Error(
    `The console ${what}. Stop that one first (Ctrl-C there, or kill ${supervisor.pid}), or set DATA_DIR and PORT.`,
  );
}

/** Ends what a killed start left behind. PostgreSQL is left to its own start, which knows how to ask it. */
async function endLeftovers(note: RunNote): Promise<void> {
  const names = ['console', 'oidc', 'platform'] as const;
  const known = names.flatMap((name) => note.processes[name] ?? []);
  const askings = [
    { signal: 'SIGTERM' as const, waitMs: 1000 },
    { signal: 'SIGKILL' as const, waitMs: 1000 },
  ];
  await Promise.all(known.map((one) => endProcess(one, askings)));
}

/** The note of this start; it goes when the start ends. */
export class RunRecord {
  readonly #file: string;
  #note: RunNote;

  private constructor(file: string, note: RunNote) {
    this.#file = file;
    this.#note = note;
  }

  /** Takes the data folder for this process. Throws one line when another start has it. */
  static async claim(plan: Plan): Promise<RunRecord> {
    const before = readNote(plan.dataDir);
    refuseSecondStart(before);
    if (before) await endLeftovers(before);
    const self = identify(process.pid);
    const note: RunNote = {
      status: 'starting',
      mode: plan.isDev ? 'development' : 'production',
      root: plan.root,
      startedAt: new Date().toISOString(),
      ports: plan.ports,
      urls: { console: plan.address },
      processes: self ? { supervisor: self } : {},
    };
    rmSync(fileOf(plan.dataDir), { force: true });
    try {
      // Fails when another start was quicker by a blink.
      writeFileSync(fileOf(plan.dataDir), JSON.stringify(note), { mode: 0o600, flag: 'wx' });
    } catch {
      refuseSecondStart(readNote(plan.dataDir));
      throw new Error(`${fileOf(plan.dataDir)} cannot be written. Start as the owner of the data folder.`);
    }
    return new RunRecord(fileOf(plan.dataDir), note);
  }

  /** Adds a process and addresses. */
  note(name: ProcessName, pid: number, urls: Partial<RunNote['urls']> = {}): void {
    const known = identify(pid);
    const processes = known ? { ...this.#note.processes, [name]: known } : this.#note.processes;
    this.#write({ ...this.#note, processes, urls: { ...this.#note.urls, ...urls } });
  }

  running(): void {
    this.#write({ ...this.#note, status: 'running' });
  }

  remove(): void {
    rmSync(this.#file, { force: true });
  }

  #write(note: RunNote): void {
    this.#note = note;
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(note, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}
