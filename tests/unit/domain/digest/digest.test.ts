import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../src/domain/digest/sha256.ts';
import { uuidOf } from '../../../../src/domain/digest/uuid.ts';

test("the hash is the standard's", () => {
  expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});

test('an id is a version 4 UUID that keeps all other bits', () => {
  expect(uuidOf(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000');
  expect(uuidOf(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const id = uuidOf(bytes);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const plain = Buffer.from(bytes).toString('hex');
      expect(id.replaceAll('-', '').slice(0, 12)).toBe(plain.slice(0, 12));
      expect(id.replaceAll('-', '').slice(17)).toBe(plain.slice(17));
    }),
  );
  expect(() => uuidOf(new Uint8Array(15))).toThrow('16 bytes');
});
