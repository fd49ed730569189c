import { expect, test } from 'vitest';
import {
  type BrowserFacts,
  browserFacts,
  browserLacks,
  browserRefusal,
} from '../../../src/shell/browser-lacks.ts';

const ALL: BrowserFacts = {
  isSecure: true,
  hasWorker: true,
  hasWebAssembly: true,
  hasOffscreenCanvas: true,
  hasLocks: true,
};

test('where nothing is missing nothing is said', () => {
  expect(browserLacks(ALL)).toEqual([]);
  expect(browserRefusal(ALL)).toBeNull();
});

test('without workers nothing runs, and it is said which browsers do', () => {
  expect(browserRefusal({ ...ALL, hasWorker: false })).toMatch(
    /web workers.*Chrome, Edge, Firefox or Safari/,
  );
});

test.each([
  [{ isSecure: false }, /^Over plain http.*Scores are kept\..*https.*localhost/],
  [{ hasOffscreenCanvas: false }, /Your own clips.*OffscreenCanvas.*Firefox 105/],
  [{ hasWebAssembly: false }, /WebAssembly.*graded by their truth/],
  [{ hasLocks: false }, /Clips are lost.*Web Locks.*Safari 15\.4/],
] as const)('%o is one thing to say', (missing, sentence) => {
  expect(browserLacks({ ...ALL, ...missing })).toEqual([expect.stringMatching(sentence)]);
});

test('over plain http the locks are part of what is said of it', () => {
  expect(browserLacks({ ...ALL, isSecure: false, hasLocks: false })).toHaveLength(1);
});

test('facts are read of what is there, also where it was set to nothing', () => {
  const scope = {
    isSecureContext: false,
    Worker: undefined,
    WebAssembly: undefined,
    OffscreenCanvas: class {},
    navigator: { locks: undefined },
  } as unknown as Parameters<typeof browserFacts>[0];
  expect(browserFacts(scope)).toEqual({
    isSecure: false,
    hasWorker: false,
    hasWebAssembly: false,
    hasOffscreenCanvas: true,
    hasLocks: false,
  });
});
