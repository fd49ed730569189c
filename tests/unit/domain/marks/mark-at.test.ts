import { expect, test } from 'vitest';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { markAt } from '../../../../src/domain/marks/mark-at.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 0, y: 0 },
  widthMm: 40,
  depthMm: 80,
};

const at = (x: number, y: number) => ({ x, y });

const line: Mark = {
  id: 'line',
  kind: 'line',
  finding: 'pleural_line',
  points: [at(-10, 20), at(10, 20)],
  widthMm: 2,
};
const beam: Mark = {
  id: 'beam',
  kind: 'beam',
  finding: 'b_line',
  origin: at(0, 20),
  widthMm: 4,
  endDepthMm: 70,
};
const brush: Mark = { id: 'brush', kind: 'brush', finding: 'rib', points: [at(15, 10)], radiusMm: 3 };
const region: Mark = {
  id: 'region',
  kind: 'region',
  finding: 'consolidation',
  points: [at(-20, 40), at(-5, 40), at(-5, 60), at(-20, 60)],
};

test.each([
  ['on a line', at(-8, 20.9), 'line'],
  ['beside its end', at(-13, 20), 'line'],
  ['on a beam', at(1.9, 50), 'beam'],
  ['below its end', at(0, 73), 'beam'],
  ['in an area', at(-12, 50), 'region'],
  ['on a dab', at(15, 12.9), 'brush'],
  ['too far from everything', at(15, 60), null],
])('finds the mark %s', (_, point, id) => {
  expect(markAt([line, beam, brush, region], point, SECTOR, 4)?.id ?? null).toBe(id);
});

test('of marks that cover a point the later one is meant, and never an eraser', () => {
  const eraser: Mark = { id: 'eraser', kind: 'eraser', points: [at(0, 20)], radiusMm: 8 };
  expect(markAt([line, beam, eraser], at(0, 20.5), SECTOR, 4)?.id).toBe('beam');
  expect(markAt([beam, line, eraser], at(0, 20.5), SECTOR, 4)?.id).toBe('line');
  // 3 mm from the line, 1 mm from the beam.
  expect(markAt([line, beam], at(3, 24), SECTOR, 4)?.id).toBe('beam');
});
