import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { pinsCreate } from '../../../../src/adapters/learners/pins.ts';

test('a PIN is kept as its salted hash, which it alone fits', async () => {
  const pins = pinsCreate();
  expect(pins.isPossible).toBe(true);
  const kept = await pins.hash('0412');
  const made = pbkdf2Sync('0412', Buffer.from(kept.salt, 'hex'), kept.rounds, 32, 'sha256');
  expect(kept).toEqual({
    salt: expect.stringMatching(/^[0-9a-f]{32}$/),
    hash: made.toString('hex'),
    rounds: 600_000,
  });
  expect(await pins.check('0412', kept)).toBe(true);
  expect(await pins.check('0413', kept)).toBe(false);
  const again = await pins.hash('0412');
  expect(again.hash).not.toBe(kept.hash);
});

test('none can be made where the browser gives no such thing, as over plain http', () => {
  expect(pinsCreate({ getRandomValues: crypto.getRandomValues } as Crypto).isPossible).toBe(false);
});
