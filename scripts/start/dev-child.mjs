import { createRequire } from 'node:module';
import path from 'node:path';

process.env.CONSOLE_ENTRY = createRequire(path.join(process.cwd(), 'package.json')).resolve('next/dist/bin/next');
process.argv.push('dev', '--port', process.env.PORT ?? '', '--hostname', process.env.HOST ?? '');
await import('./console-child.mjs');
