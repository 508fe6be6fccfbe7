import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvidenceNode, type EvidenceNode } from '@/lib/testing/an-evidence-node';
import { anS3Server, type TestS3 } from '@/lib/testing/an-s3-server';
import { eventually } from '@/lib/testing/eventually';
import { database } from '../kernel/database';
import { hashStream } from './hash-file';
import { openOriginal } from './open-original';
import { scrubEvidence } from './scrub-evidence';
import { evidenceStore } from './store/evidence-store';
import { sweepStore } from './sweep-store';

let s3: TestS3;
let node: EvidenceNode;
beforeAll(async () => {
  s3 = await anS3Server();
  node = await anEvidenceNode({ ...s3.settings, EVIDENCE_STORE: `s3://${s3.bucket}/console` });
});
afterAll(async () => {
  await node.close();
  await s3.close();
});

describe('[E9] a console whose evidence lies in a bucket', () => {
  it('moves a file there under its date and incident, hands it out again, and finds it sound', async () => {
    const responder = await node.person('responder');
    const number = await node.incident(responder);
    const bytes = randomBytes(9_000_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const url = `${node.url}/api/v1/incidents/${number}/evidence?name=core.dump`;
    const answer = await fetch(url, { method: 'POST', body: bytes as BodyInit, headers: responder.headers });
    const { evidenceId: id } = ((await answer.json()) as { evidence: { evidenceId: string } }).evidence;
    const rowNow = () => database().evidenceObject.findUniqueOrThrow({ where: { id } });
    await eventually(async () => expect((await rowNow()).place).toBe('store'));
    await eventually(() => expect(node.spooled()).toEqual([]));
    const keys: string[] = [];
    for await (const { key } of evidenceStore().list('')) keys.push(key);
    expect(keys).toEqual([
      expect.stringMatching(new RegExp(`^\\d{4}-\\d\\d-\\d\\d/${number}/[0-9a-f]{12}-core\\.dump$`)),
    ]);
    expect(await hashStream(await openOriginal(id))).toBe(sha256);
    const part = Buffer.concat(await (await openOriginal(id, { from: 8_500_000, to: 8_500_009 })).toArray());
    expect(part.equals(bytes.subarray(8_500_000, 8_500_010))).toBe(true);
    expect(await scrubEvidence({ bytesPerSecond: 1e12, forMs: 60_000 })).toBe(1);
    expect(await rowNow()).toMatchObject({ place: 'store', checkedAt: expect.any(Date) });
    expect(await sweepStore()).toBe(0);
    await evidenceStore().remove((await rowNow()).objectKey);
    await database().evidenceObject.updateMany({ data: { checkedAt: null } });
    await scrubEvidence({ bytesPerSecond: 1e12, forMs: 60_000 });
    expect((await rowNow()).place).toBe('lost');
  });
});
