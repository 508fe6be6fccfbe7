import { spawn } from 'node:child_process';

const KEPT_CHARACTERS = 60_000;

export interface Tool {
  title: string;
  /** The script and its words, run by this same Node. */
  words: string[];
  cwd: string;
  env: Record<string, string>;
}

/** Runs a tool to its end and keeps quiet about it, unless it fails: then the Error shows what it said. */
export function runTool({ title, words, cwd, env }: Tool): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-KEPT_CHARACTERS);
    };
    const end = () => child.kill();
    process.once('exit', end);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new Error(`${output.trim()}\n${title} failed (${signal ?? `code ${code}`}); its output is above.`));
    });
  });
}
