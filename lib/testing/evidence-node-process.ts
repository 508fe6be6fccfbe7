import { tendSpool } from '@/lib/server/evidence/tend-spool';
import { listenForFiles } from './listen-for-files';

// Run as a process of its own, so that it can be killed: a node that takes files in and mends what it left undone.
const { url } = await listenForFiles(Number(process.argv[2]));
process.stdout.write(`${url}\n`);
process.on('message', () => void tendSpool().then(() => process.send?.('tended')));
