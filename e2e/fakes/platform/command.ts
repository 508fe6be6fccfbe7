import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HELP } from './help';
import { readOrder } from './order';

const NOT_RUNNING = 'The stand-in is not running. Start it with npm start.';

const ROOT = path.resolve(import.meta.dirname, '../../..');

class Refusal extends Error {}

/** Where the running stand-in is steered, as `npm start` noted it. */
function controlAddress(given: NodeJS.ProcessEnv): string {
  if (given.PLATFORM_CONTROL_URL) return given.PLATFORM_CONTROL_URL;
  const folder = path.resolve(ROOT, given.DATA_DIR || '.data');
  let control: unknown;
  try {
    control = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')).urls?.control;
  } catch {
    throw new Refusal(NOT_RUNNING);
  }
  if (typeof control !== 'string') throw new Refusal('The console runs without the stand-in: HEALTH_TARGETS is set.');
  return control;
}

async function call(address: string, words: string[]): Promise<string> {
  const isLook = words.length === 1 && words[0] === 'status';
  const reading = isLook ? undefined : readOrder(words);
  if (reading?.ok === false) throw new Refusal(`${reading.problem} For all words: npm run platform`);
  const order = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ words }) };
  const response = await fetch(address, isLook ? {} : order).catch(() => {
    throw new Refusal(NOT_RUNNING);
  });
  const { text, problem } = await response.json();
  if (!response.ok) throw new Refusal(problem);
  return text;
}

async function main(words: string[], given: NodeJS.ProcessEnv): Promise<void> {
  const out = (text: string): void => void process.stdout.write(`${text.trimEnd()}\n`);
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') return out(HELP);
  try {
    out(await call(controlAddress(given), words));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

const settings = path.join(ROOT, '.env');
if (existsSync(settings)) process.loadEnvFile(settings);
await main(process.argv.slice(2), process.env);
