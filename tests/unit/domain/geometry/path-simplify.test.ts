import { expect, test } from 'vitest';
import { pathSimplify } from '../../../../src/domain/geometry/path-simplify.ts';

test('a corner stays where the path would stray farther than the tolerance without it', () => {
  const path = [
    { x: 0, y: 0 },
    { x: 1, y: 0.1 },
    { x: 2, y: 1 },
    { x: 3, y: 0.1 },
    { x: 4, y: 0 },
  ];
  // Beside the way from (0, 0) to (2, 1), the second corner lies (0.5 - 0.1) * 2 / sqrt(5) = 0.36 away.
  expect(pathSimplify(path, 0.3)).toEqual(path);
  expect(pathSimplify(path, 0.4)).toEqual([path[0], path[2], path[4]]);
  expect(pathSimplify(path, 1)).toEqual([path[0], path[4]]);
});

test('a straight path is its two ends', () => {
  const path = [0, 1, 2, 3].map((x) => ({ x, y: 2 * x }));
  expect(pathSimplify(path, 0.01)).toEqual([path[0], path[3]]);
});
