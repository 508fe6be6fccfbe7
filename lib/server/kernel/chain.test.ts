import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/kernel/canonical-json';
import { anIncident } from '@/lib/testing/an-incident';
import { chainHash } from './chain';

it('[K8] is HMAC-SHA-256 as everybody makes it, for keys of every length', () => {
  const [event] = anIncident().events;
  if (!event) throw new Error('no event');
  fc.assert(
    fc.property(
      fc.string({ minLength: 32, maxLength: 200, unit: 'binary' }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (key, before) => {
        const theirs = createHmac('sha256', key).update(before).update(canonicalJson(event)).digest('hex');
        expect(Buffer.from(chainHash(key, before, event)).toString('hex')).toBe(theirs);
      },
    ),
  );
});
