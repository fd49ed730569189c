import { afterAll, vi } from 'vitest';
import { wordsUse } from '../../src/ui/words/say.ts';
import { en } from '../../src/words/en/index.ts';

wordsUse('en', en);

// Files share a process: none leaves its language, its clock or its globals to the next.
afterAll(() => {
  wordsUse('en', en);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
