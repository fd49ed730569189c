import { describe, expect, it } from 'vitest';
import {
  annotationBytesCheck,
  annotationCount,
  annotationLimit,
} from '../../../../src/domain/annotation/annotation-limits.ts';
import { ALONE, annotationOf } from '../../../support/annotation-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

describe('more than is read', () => {
  it.each([
    ['frames', 100_000, /more than 100,000 images/],
    ['shapes', 200_000, /more than 200,000 annotated shapes/],
    ['points', 2_000_000, /more than 2,000,000 points/],
    ['maskPixels', 400_000_000, /more than 400,000,000 pixels/],
  ] as const)('is refused: %s', (what, most, sentence) => {
    const count = annotationCount();
    count.add(what, most - 1);
    count.add(what, 1);
    expect(sentenceThrown(() => count.add(what, 1))).toMatch(sentence);
  });

  it('is counted in an annotation, masks by their rectangles', () => {
    const mask = {
      ...ALONE,
      kind: 'mask' as const,
      label: 'rib',
      left: 0,
      top: 0,
      width: 4096,
      height: 4096,
      runs: [4096 * 4096],
    };
    const of = (count: number) =>
      annotationOf(Array.from({ length: count }, () => ({ index: 0, shape: mask })));
    expect(annotationLimit(of(23)).frames).toHaveLength(1);
    expect(sentenceThrown(() => annotationLimit(of(24)))).toMatch(/pixels together/);
  });

  it('is refused by its bytes, and so is a file of none', () => {
    annotationBytesCheck(64 * 1048576, 'COCO');
    expect(sentenceThrown(() => annotationBytesCheck(64 * 1048576 + 1, 'COCO'))).toMatch(
      /65 MB, and at most 64 MB/,
    );
    expect(sentenceThrown(() => annotationBytesCheck(0, 'COCO'))).toMatch(/COCO file is damaged/);
  });
});
