import { followParent } from '../../../scripts/process/follow-parent';
import { Platform } from './platform';

/** Started by `npm start`, or alone: `PLATFORM_PORTS=3002,3003 node --import tsx e2e/fakes/platform/main.ts`. */
async function main(given: NodeJS.ProcessEnv): Promise<void> {
  const [blue = 3002, green = 3003] = (given.PLATFORM_PORTS ?? '').split(',').filter(Boolean).map(Number);
  const platform = new Platform({ blue, green });
  const control = await platform.open();
  followParent(async () => platform.close());
  if (process.send) process.send({ ready: true, control });
  else process.stdout.write(`The stand-in answers on ports ${blue} and ${green}; steer it at ${control}\n`);
}

await main(process.env);
