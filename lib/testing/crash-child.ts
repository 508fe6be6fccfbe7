import { execute } from '@/lib/server/kernel/execute';
import { parseCommand } from '@/lib/server/kernel/parse-command';
import { connectWrites } from '@/lib/server/kernel/write-pool';
import { aCatalogue } from './a-catalogue';

// Run as a process of its own: sends one command and dies, as by kill -9, at the point it was told.
const [url, chainKey, actor, body, deadlyPoint] = process.argv.slice(2).map(String);
const reading = parseCommand(JSON.parse(body ?? ''));
if (!reading.ok) throw new Error(reading.problems.join('; '));
const door = {
  writes: connectWrites(url ?? '', 2),
  catalogue: aCatalogue(),
  chainKey: chainKey ?? '',
  at: (point: string) => {
    if (point === deadlyPoint) process.kill(process.pid, 'SIGKILL');
  },
};
await execute(door, JSON.parse(actor ?? ''), reading.command);
process.stdout.write('survived');
