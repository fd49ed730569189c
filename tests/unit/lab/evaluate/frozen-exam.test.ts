import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { TEST_SETS, testExamFrames } from '../../../../src/lab/evaluate/test-set.ts';

// Whole sets are held by their hashes when they are measured, which takes minutes. This exam's second image keeps at its
// bottom what the first one left in the buffer.
test('an exam of the second set whose images hang on one another is as it was frozen', () => {
  const hash = createHash('sha256');
  for (const { frame, mask } of testExamFrames(TEST_SETS.v2, 314))
    hash.update(frame.grey).update(mask.classes);
  expect(hash.digest('hex')).toBe('e7e64687e5d02e57f380047afd8bbc5f57643df54e635a3861d79a3b62a989a2');
});
