import { expect, test } from 'vitest';
import {
  type BackendMemory,
  memoryForgetful,
} from '../../../../src/adapters/segmenter/client/backend-memory.ts';

test('what ends after all was erased is not remembered', () => {
  const kept = new Map<string, string>();
  const plain: BackendMemory = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => kept.set(key, value),
    remove: (key) => kept.delete(key),
  };
  const memory = memoryForgetful(plain);
  memory.set('winner', 'wasm');
  expect(memory.get('winner')).toBe('wasm');
  kept.clear();
  memory.forget();
  memory.set('winner', 'webgl');
  expect([...kept]).toEqual([]);
});
