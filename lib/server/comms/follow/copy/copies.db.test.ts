import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aFollowNode, type FollowNode } from '@/lib/testing/a-follow-node';
import { outcomeOf } from '@/lib/testing/a-write-door';
import { eventually } from '@/lib/testing/eventually';
import { staticCopyOf } from '../static-copy-of';
import { copyFolder } from './copy-folder';
import { copyStore } from './copy-store';
import { tendCopies } from './tend-copies';

let node: FollowNode;
let commander: Awaited<ReturnType<FollowNode['person']>>;
beforeAll(async () => {
  node = await aFollowNode();
  commander = await node.person('commander');
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => node.close());

const folder = () => path.join(node.dataDir, 'follow');
const fileOf = (number: string, name = 'index.html') =>
  readFileSync(path.join(folder(), copyFolder(number), name), 'utf8');

/** A web server that knows files and nothing else. */
async function servePlainly(root: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    response.end(readFileSync(path.join(root, request.url ?? '')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

describe('[M6] the copy of a follow page', () => {
  it('holds the last update, for a plain file server and without the console; its address cannot be counted up to', async () => {
    const number = await node.incident(commander, 'CANARY-title');
    await node.publish(number, { headline: 'Uploads fail' });
    await eventually(() =>
      expect(fileOf(number)).toMatch(/Next update by <time[^>]+>03:30 UTC, 1 January 2030<\/time><\/p>/),
    );
    await node.publish(number, { headline: 'Uploads work <b>again</b>', phase: 'resolved', nextUpdateAt: null });
    await eventually(() => expect(fileOf(number, 'feed.xml')).toContain('Resolved: Uploads work &lt;b&gt;'));
    const copy = await staticCopyOf(number);
    expect(copy).toMatchObject({
      place: folder(),
      path: expect.stringMatching(new RegExp(`^${number}-[0-9a-f]{16}/index\\.html$`)),
    });
    const server = await servePlainly(folder());
    try {
      const page = await (await fetch(`${server.url}/${copy?.path}`)).text();
      expect(page).toMatch(/This is a copy, written.*<h1>Uploads work &lt;b&gt;again&lt;\/b&gt;<\/h1>/s);
      expect(page).toContain(`https://console.test/follow/${number}`);
      expect(page).toContain('noindex');
      expect(page).not.toMatch(/<script|<form|CANARY|\/follow\/s\//);
    } finally {
      server.close();
    }
  });

  it('comes later when its place is away, and holds nothing up', async () => {
    const number = await node.incident(commander);
    const write = vi.spyOn(copyStore(), 'write').mockRejectedValue(new Error('no space left on device'));
    await node.publish(number, { headline: 'Nothing works' });
    await tendCopies();
    expect(await staticCopyOf(number)).toBeNull();
    write.mockRestore();
    await tendCopies();
    expect(fileOf(number)).toContain('Nothing works');
  });

  it('is not written of a private incident, and goes when one becomes private', async () => {
    const number = await node.incident(commander);
    await node.publish(number);
    await eventually(async () => expect(await staticCopyOf(number)).not.toBeNull());
    expect(readdirSync(path.join(folder(), copyFolder(number)))).toHaveLength(2);
    const input = { number, people: [], reason: 'Security' };
    outcomeOf(await node.door.send(commander.actor, 'incident.set_visibility', input));
    await tendCopies();
    await node.publish(number);
    await tendCopies();
    expect(readdirSync(path.join(folder(), copyFolder(number)))).toEqual([]);
    expect(await staticCopyOf(number)).toBeNull();
  });
});
