import { nodeProblem } from './start/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
// Only now: what follows uses more than an old Node can read.
import('./test/boot.mjs').then(({ boot }) => boot(process.argv.slice(2)));
