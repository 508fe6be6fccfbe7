import { describe, expect, it } from 'vitest';
import { doubtCapture, sayDoubt } from './doubt';

const command = 'docker logs --tail 500 veza_backend_api_blue';
const doubt = (head: string, exitStatus: number | null, over: object = {}) =>
  doubtCapture({
    ...{ sizeBytes: Buffer.byteLength(head), mediaType: 'text/plain', head, exitStatus, command },
    ...over,
  });

describe('[E11] a capture that shows nothing but its own failure', () => {
  it.each([
    ['Error: No such container: veza_backend_api_blue\n', command],
    ['Error response from daemon: No such container: api\n', command],
    ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n', command],
    ['docker: permission denied while trying to connect\n', `sudo -n ${command}`],
    ['sh: 1: docker: not found\n', command],
    ['-bash: psql: command not found\n', 'psql -c x'],
    ['/bin/sh: psql: not found\n', 'psql -c x'],
    [
      'psql: error: connection to server at "db" (10.0.0.4), port 5432 failed: Connection refused\n',
      'psql "$URL" -c x',
    ],
    ['curl: (7) Failed to connect to rabbitmq.lxd port 15672\n', 'curl -s http://x | jq .'],
    ['jq: error (at <stdin>:0): Cannot iterate over null\njq: error: again\n', 'curl -s http://x | jq .'],
    ['Could not connect to Redis at 10.0.0.5:6379: Connection refused\n', 'redis-cli --bigkeys'],
    ['fatal: not a repository\n', 'git log'],
    ['\n  \nError: No such container: api\r\n', command],
  ])('is doubted by its words, whether its status is unknown or hidden by a pipe: %j', (text, run) => {
    for (const status of [null, 0])
      expect(doubt(text, status, { command: run })).toMatchObject({ reason: 'only_errors' });
  });

  it('is doubted by its exit status, whatever it says', () => {
    expect(doubt('2026-11-22 a log line\n'.repeat(10_000), 137)).toEqual({ reason: 'failed', exitStatus: 137 });
    expect(doubt('three rows\n', 2)).toEqual({ reason: 'failed', exitStatus: 2, said: 'three rows' });
  });

  it('is doubted when nothing came out', () => {
    expect(doubt('', 0)).toEqual({ reason: 'empty', exitStatus: 0 });
    expect(doubt('', 1, { mediaType: 'application/octet-stream' })).toMatchObject({ reason: 'empty' });
    expect(doubt('\n\n', null)).toEqual({ reason: 'empty' });
  });

  it('is doubted when it is a line or two and nobody knows how the command ended', () => {
    expect(doubt('starting\n', null)).toMatchObject({ reason: 'short', said: 'starting' });
    expect(doubt('starting\n', 0)).toBeNull();
  });
});

describe('[E11] what is evidence', () => {
  it.each([
    ['a log that ends with an error', `${'GET /api/v1/tracks 200 12ms\n'.repeat(50)}Error: No such container\n`],
    ['a panic of the service itself', 'panic: too many connections\ngoroutine 1 [running]:\nmain.go:12\n'],
    ['a few errors among other lines', 'Error: pool exhausted\nlistening on :8080\nretrying\n'],
    [
      'structured lines of errors',
      '{"level":"error","msg":"pool"}\n{"level":"error","msg":"pool"}\n{"level":"info"}\n',
    ],
    ['keys and values', 'postgres: 12\nredis: 3\nrabbitmq: 4\n'],
    ['a table without rows', ' datid | datname | pid | usesysid\n-------+---------+-----+---------\n(0 rows)\n'],
  ])('%s', (_, text) => {
    for (const status of [null, 0]) expect(doubt(text, status)).toBeNull();
  });

  it('and 10 GiB of which only the beginning was looked at', () => {
    const sizeBytes = 10 * 1024 ** 3;
    expect(doubt('Error: the first line\n', 0, { sizeBytes })).toBeNull();
    expect(doubt('Error: the first line\n', null, { sizeBytes })).toBeNull();
  });

  it('and a small file that is no text', () => {
    expect(doubt('\u0001\u0002', null, { mediaType: 'application/octet-stream' })).toBeNull();
  });
});

describe('[E11] the mark in words', () => {
  it.each([
    [{ reason: 'empty' }, 'is empty'],
    [{ reason: 'empty', exitStatus: 1 }, 'ended with exit status 1 and said nothing'],
    [{ reason: 'failed', exitStatus: 2, said: 'refused' }, 'ended with exit status 2: “refused”'],
    [{ reason: 'only_errors', said: 'Error: x' }, 'holds nothing but an error: “Error: x”'],
    [
      { reason: 'other_instance', instead: 'API blue' },
      'is of an instance that answers; API blue is the one that is out',
    ],
  ] as const)('%j', (mark, words) => expect(sayDoubt(mark)).toBe(words));
});
