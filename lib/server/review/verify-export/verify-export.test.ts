import { createWriteStream } from 'node:fs';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import { chainHashOf, chainStart } from '@/lib/server/kernel/chain';
import { chainKey } from '@/lib/testing/a-write-door';
import { aCapture, aFolder, copiesOf, exportMaterial, writeExportTo } from '@/lib/testing/an-export';
import { seededRandom } from '@/lib/testing/seeded-random';
import { sumLine } from '../export/export-format';
import { sealOf } from '../export/seal';
import { ZipWriter } from '../export/zip-writer';
import { verifyExport } from './verify-export';

const files = { 'app.log': 'line one\nthe canary sings\n', 'page.html': '<script>alert(1)</script>' };
const note = (text: string) => ({ type: 'timeline.note_added', data: { text } }) as const;
const facts = [
  aCapture('app.log', files['app.log']),
  note('one'),
  note('two'),
  aCapture('page.html', files['page.html'], { mediaType: 'text/html' }),
];

let folder: Awaited<ReturnType<typeof aFolder>>;
let made: string;
beforeAll(async () => {
  folder = await aFolder();
  made = folder.at('made.zip');
  await writeExportTo(made, exportMaterial(facts, { copies: copiesOf(files), withOriginals: true }));
});
afterAll(() => folder.remove());

/** The entries of the export as texts. */
async function entriesOf(file: string): Promise<Map<string, string>> {
  const zip = await openPromise(file, { autoClose: false });
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    entries.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  zip.close();
  return entries;
}

/** A well-made zip of these entries, with sums that fit; sealed with `key` when there is one. */
async function forge(change: (entries: Map<string, string>) => void, key?: string): Promise<string> {
  const entries = await entriesOf(made);
  change(entries);
  const seal = entries.get('SHA256SUMS.hmac') ?? '';
  for (const name of ['SHA256SUMS', 'SHA256SUMS.hmac']) entries.delete(name);
  const file = folder.at('forged.zip');
  const zip = new ZipWriter();
  const saved = pipeline(zip.output, createWriteStream(file));
  let sums = '';
  for (const [name, text] of entries) sums += sumLine(name, (await zip.add(name, text)).sha256);
  await zip.add('SHA256SUMS', sums);
  await zip.add('SHA256SUMS.hmac', key === undefined ? seal : sealOf(key, sums));
  zip.end();
  await saved;
  return file;
}

const inLines = (change: (lines: string[]) => string[]) => (entries: Map<string, string>) => {
  const lines = (entries.get('events.jsonl') ?? '').trimEnd().split('\n');
  entries.set(
    'events.jsonl',
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
};

/** What a check says, in short: code and event. */
async function found(file: string, key: string | null): Promise<string[]> {
  const { findings } = await verifyExport(file, key);
  return findings.map(({ code, seq }) => (seq === undefined ? code : `${code} ${seq}`));
}

describe('[R7] an export that nobody changed', () => {
  it('is found sound with the key, and without one says what that leaves open', async () => {
    const whole = await verifyExport(made, chainKey);
    expect(whole).toMatchObject({ number: 'INC-2026-0001', findings: [], unchecked: [], events: 6, head: { seq: 6 } });
    const keyless = await verifyExport(made, null);
    expect(keyless.findings).toEqual([]);
    expect(keyless.unchecked).toEqual([expect.stringContaining('the chain and the seal')]);
  });

  it('is still found sound when an older release wrote it', async () => {
    const kept = path.resolve(import.meta.dirname, '../../../testing/kept-export.zip');
    expect((await verifyExport(kept, chainKey)).findings).toEqual([]);
  });

  it('is not taken for one under another key', async () => {
    expect(await found(made, 'a chain key that somebody else made up')).toContain('seal');
  });
});

describe('[R7] a changed byte', () => {
  /** Flips one bit of the byte at `at`, and back after the check. */
  const flipped = async (bytes: Buffer, at: number, key: string | null) => {
    const file = folder.at('flipped.zip');
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    await writeFile(file, changed);
    return (await verifyExport(file, key)).findings;
  };

  it('is found wherever it is: in the entries, between them and in the directory', async () => {
    const bytes = await readFile(made);
    const entries = await entriesOf(made);
    const inside = new Set<number>();
    for (const text of entries.values()) {
      const from = bytes.indexOf(text);
      for (let at = from; at < from + Buffer.byteLength(text); at += 1) inside.add(at);
    }
    const random = seededRandom(7);
    const unseen: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      // EVERY_BYTE=1 tries all of them: it takes minutes.
      const isWanted = process.env.EVERY_BYTE || random.next() < (inside.has(at) ? 0.01 : 0.25);
      if (isWanted && (await flipped(bytes, at, null)).length === 0) unseen.push(at);
    }
    expect(unseen).toEqual([]);
  }, 600_000);

  it('is located: in the entry, with the key in the event', async () => {
    const bytes = await readFile(made);
    const [inNote] = await flipped(bytes, bytes.indexOf('"text":"one"') + 9, chainKey);
    expect(inNote).toMatchObject({ code: 'sum', where: 'events.jsonl' });
    expect(await flipped(bytes, bytes.indexOf('"text":"one"') + 9, chainKey)).toContainEqual(
      expect.objectContaining({ code: 'event_changed', seq: 4 }),
    );
    const [inLog] = await flipped(bytes, bytes.indexOf('canary'), null);
    expect(inLog).toMatchObject({ code: 'sum', where: 'evidence/app.log.txt' });
    const [inHeader] = await flipped(bytes, 10, null);
    expect(inHeader).toMatchObject({ code: 'container', offset: 10 });
  });

  it.each([1, 22, 500, 5_000])('%d bytes cut off are found, and bytes put behind', async (count) => {
    const file = folder.at('cut.zip');
    const bytes = await readFile(made);
    await writeFile(file, bytes);
    await truncate(file, bytes.length - count);
    expect(await found(file, null)).not.toEqual([]);
    await writeFile(file, bytes);
    await appendFile(file, 'x'.repeat(count));
    expect(await found(file, null)).not.toEqual([]);
    await writeFile(file, Buffer.concat([Buffer.alloc(count), bytes]));
    expect(await found(file, null)).not.toEqual([]);
  });
});

describe('[R7] [K8] events that were tampered with, under sums that fit', () => {
  const cases: [string, (lines: string[]) => string[], string, string][] = [
    ['deleted', (lines) => lines.toSpliced(3, 1), 'event_missing 4', 'event_missing 4'],
    [
      'reordered',
      ([a = '', b = '', c = '', d = '', ...rest]) => [a, b, d, c, ...rest],
      'event_missing 3',
      'event_missing 3',
    ],
    ['inserted', (lines) => lines.toSpliced(3, 0, lines[2] ?? ''), 'event_out_of_order 3', 'event_out_of_order 3'],
    ['cut off at the end', (lines) => lines.slice(0, -1), 'head 5', 'head 5'],
  ];
  it.each(cases)('%s: found and located, with and without the key', async (_, change, keyless, withKey) => {
    const file = await forge(inLines(change));
    expect(await found(file, null)).toContain(keyless);
    expect(await found(file, chainKey)).toContain(withKey);
    expect(await found(file, chainKey)).toContain('seal');
  });

  it('renumbered after one was taken out: found by the chain at the first that follows', async () => {
    const change = inLines((lines) =>
      lines.toSpliced(3, 1).map((line, index) => line.replace(/"seq":\d+/, `"seq":${index + 1}`)),
    );
    expect(await found(await forge(change), chainKey)).toContain('event_changed 4');
  });

  it('chained anew under a made-up key: found by whoever has the true one', async () => {
    const file = await forge(
      inLines((lines) => {
        let hash: Uint8Array = chainStart;
        return lines.map((line) => {
          const { event } = JSON.parse(line.replace('"text":"one"', '"text":"none"'));
          hash = chainHashOf('made up', hash, canonicalJson(event));
          return canonicalJson({ event, hash: Buffer.from(hash).toString('hex') });
        });
      }),
      'made up',
    );
    expect(await found(file, chainKey)).toEqual(expect.arrayContaining(['seal', 'event_changed 1', 'event_changed 6']));
  });
});

describe('[R7] files that were tampered with, under sums that fit', () => {
  const change = (name: string, text: string | null) => (entries: Map<string, string>) => {
    if (text === null) entries.delete(name);
    else entries.set(name, text);
  };
  it.each([
    ['evidence', change('evidence/app.log.txt', 'nothing happened\n'), 'evidence'],
    ['evidence that is gone', change('evidence/app.log.txt', null), 'entry_missing'],
    ['a file that nobody captured', change('evidence/more.txt', 'x'), 'entry_unknown'],
    ['a file that no export has', change('run-me.sh', 'x'), 'entry_unknown'],
    ['a broken incident.json', change('incident.json', '{}\n'), 'malformed'],
    ['no events', change('events.jsonl', null), 'entry_missing'],
  ])('%s: found without the key', async (_, changed, code) => {
    expect(await found(await forge(changed), null)).toContain(code);
  });

  it('facts that the events do not bear out: found without the key', async () => {
    const lie = (entries: Map<string, string>) =>
      entries.set(
        'incident.json',
        (entries.get('incident.json') ?? '').replace(/("severity": ?)"SEV-2"/g, '$1"SEV-3"'),
      );
    expect(await found(await forge(lie), null)).toEqual(['state']);
  });

  it('the page or the postmortem: found with the key, by the seal', async () => {
    const file = await forge(change('postmortem.md', 'All went well.\n'));
    expect(await found(file, null)).toEqual([]);
    expect(await found(file, chainKey)).toEqual(['seal']);
  });
});

describe('[R7] what is no export', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['half a zip', 'PK\u0003\u0004'],
  ])('%s is refused in words', async (_, text) => {
    const file = folder.at('no.zip');
    await writeFile(file, text);
    expect(await found(file, chainKey)).toEqual(['container']);
  });

  it('a compressed entry is not even unpacked', async () => {
    const { ZipFile } = await import('yazl');
    const zip = new ZipFile();
    zip.addReadStream(Readable.from([Buffer.alloc(50_000_000)]), 'events.jsonl');
    zip.end();
    const file = folder.at('bomb.zip');
    await pipeline(zip.outputStream, createWriteStream(file));
    expect(await found(file, null)).toEqual(['container']);
  });
});
