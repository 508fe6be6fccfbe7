import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import type { DomainEvent } from '@/lib/domain/contents';
import { aCapture, aFolder, copiesOf, exportMaterial, writeExportTo } from '@/lib/testing/an-export';
import { eventually } from '@/lib/testing/eventually';
import { writeExport } from './write-export';

const evil = '<script>alert(1)</script><img src=x onerror="alert(1)"> \u202E \' " & ]]>';
const files = { 'a"><script>.log': evil, 'b.log': 'second\n' };
const facts: DomainEvent[] = [
  ...Object.entries(files).map(([name, bytes]) => aCapture(name, bytes)),
  { type: 'timeline.note_added', data: { text: evil } },
  { type: 'evidence.waived', data: { recipes: [{ id: 'x', title: evil }], reason: evil } },
  { type: 'incident.resolved', data: { from: 'investigating', cause: evil, mitigation: evil } },
];

process.env.LOG_LEVEL = 'silent';
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
});
afterAll(() => folder.remove());

async function entriesOf(material = exportMaterial(facts, { copies: copiesOf(files) })): Promise<Map<string, string>> {
  await writeExportTo(folder.at('x.zip'), material);
  const zip = await openPromise(folder.at('x.zip'), { autoClose: false });
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    entries.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  zip.close();
  return entries;
}

describe('[R7] an export', () => {
  it('is the same to the byte when nothing has changed, in whatever zone and at whatever time', async () => {
    const material = exportMaterial(facts, { copies: copiesOf(files), withOriginals: true });
    const zone = process.env.TZ;
    const first = await buffer(writeExport(material));
    process.env.TZ = 'Pacific/Auckland';
    const second = await buffer(writeExport(material));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(second.equals(first)).toBe(true);
  });

  it('holds what it promises, in one order, with a sum of each', async () => {
    const entries = await entriesOf();
    const names = [...entries.keys()];
    expect(names).toEqual([
      ...['events.jsonl', 'catalogue.json', 'postmortem.md', 'evidence/a_script_.log.masked.txt'],
      ...['evidence/b.log.masked.txt', 'incident.json', 'index.html', 'SHA256SUMS', 'SHA256SUMS.hmac'],
    ]);
    const sums = names.slice(0, -2).map((name) => {
      const sha256 = createHash('sha256')
        .update(entries.get(name) ?? '')
        .digest('hex');
      return `${sha256}  ${name}\n`;
    });
    expect(entries.get('SHA256SUMS')).toBe(sums.join(''));
  });

  it('goes on without a file that cannot be read, and says so', async () => {
    const entries = await entriesOf(exportMaterial(facts, { copies: copiesOf({ 'b.log': 'second\n' }) }));
    expect([...entries.keys()]).toContain('evidence/b.log.masked.txt');
    expect(JSON.parse(entries.get('incident.json') ?? '').evidence[0]).toMatchObject({
      ...{ form: 'absent', path: null, reason: 'it could not be read when this was exported' },
    });
    expect(entries.get('index.html')).toContain('it could not be read when this was exported');
  });

  it('ends in an error when a file breaks off on the way, never in half a file', async () => {
    const breaks = async function* () {
      yield Buffer.from('half');
      throw new Error('the disk is gone');
    };
    const copies = { ...copiesOf(files), masked: async () => Readable.from(breaks(), { objectMode: false }) };
    await expect(buffer(writeExport(exportMaterial(facts, { copies })))).rejects.toThrow('the disk is gone');
  });

  it('lets go of its files when nobody reads on', async () => {
    let isHeld = true;
    const endless = async function* () {
      try {
        for (;;) {
          output.destroy();
          yield Buffer.alloc(1_000);
        }
      } finally {
        isHeld = false;
      }
    };
    const copies = { ...copiesOf(files), masked: async () => Readable.from(endless(), { objectMode: false }) };
    const output = writeExport(exportMaterial(facts, { copies }));
    output.resume();
    await eventually(() => expect(isHeld).toBe(false));
  });
});

describe('[R7] the page of an export', () => {
  it('is text wherever somebody typed something, and lets nothing run', async () => {
    const page = (await entriesOf()).get('index.html') ?? '';
    const tags = page.match(/<[a-z!/][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /<script|<img|\son\w+=|javascript:/i.test(tag))).toEqual([]);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`;
    expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  });

  it('links each file by an address that leads to it', async () => {
    const entries = await entriesOf();
    const links = [...(entries.get('index.html') ?? '').matchAll(/href="(evidence[^"]*)"/g)].map(
      ([, link]) => link ?? '',
    );
    expect(links).toHaveLength(2);
    for (const link of links) expect(entries.has(decodeURIComponent(link))).toBe(true);
  });
});
