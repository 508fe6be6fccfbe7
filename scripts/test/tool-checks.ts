import { generateClient } from '../build/generate-client';
import { type Check, type Finding, failed, passed } from './check';
import { type Program, type Ran, runProgram } from './run-program';

const LIMIT_MS = 3 * 60_000;
const SHOWN_LINES = 120;

/** The first lines of what a failed tool said; the log has the rest. */
function explain({ code, output, log, hasTimedOut }: Ran): string {
  const lines = output.trim().split('\n');
  const end = hasTimedOut ? 'It did not end in time.' : `It ended with ${code === null ? 'a signal' : `code ${code}`}.`;
  const more = lines.length > SHOWN_LINES ? [`… ${lines.length - SHOWN_LINES} more lines`] : [];
  return [...lines.slice(0, SHOWN_LINES), ...more, `${end} Log: ${log}`].join('\n');
}

async function runTool(program: Omit<Program, 'limitMs'>): Promise<Finding> {
  const ran = await runProgram({ limitMs: LIMIT_MS, ...program });
  return ran.code === 0 ? passed() : failed(explain(ran));
}

const prismaEnv = {
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  // Validating never runs this engine, but looks for it and would download it.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
};

/** What other checks need first: the generated database client and Next's types of the routes. */
export const prepare = (root: string): Check => ({
  title: 'Generated code',
  run: async () => {
    await generateClient(root);
    return runTool({
      name: 'route-types',
      words: ['node_modules/next/dist/bin/next', 'typegen'],
      root,
      env: { NEXT_TELEMETRY_DISABLED: '1' },
    });
  },
});

/** Checks by one run of a tool each; a second or two. */
export const toolChecks = (root: string): Check[] => [
  {
    title: 'Format, lint and import walls (Biome)',
    run: () =>
      runTool({
        name: 'biome',
        words: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
        root,
      }),
  },
  {
    title: 'Types (tsc)',
    run: () => runTool({ name: 'types', words: ['node_modules/typescript/bin/tsc', '--noEmit'], root }),
  },
  {
    title: 'Dead code and unused packages (Knip)',
    run: () =>
      runTool({
        name: 'knip',
        words: ['node_modules/knip/bin/knip.js', '--treat-config-hints-as-errors'],
        root,
      }),
  },
  {
    title: 'Database schema (Prisma)',
    run: () =>
      runTool({ name: 'schema', words: ['node_modules/prisma/build/index.js', 'validate'], root, env: prismaEnv }),
  },
];
