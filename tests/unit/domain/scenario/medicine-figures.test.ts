import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import type { MmPoint } from '../../../../src/domain/geometry/point.ts';
import { beamFromMm } from '../../../../src/domain/geometry/sector.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

/** Figures that stand in texts, held against what the images of the lesson really show. */

const SIZE = 256;
/** Whenever a learner stops the image, within three seconds or so of its run. */
const INDICES = [0, 45, 90];

function textOf(file: string): string {
  return readFileSync(join(import.meta.dirname, '../../../../scenarios', file), 'utf8');
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Of every image of a lesson its truths, under the image's id. */
function truthsOf(file: string): readonly (readonly [string, Truth])[] {
  return scenarioParse(textOf(file), file).images.flatMap(({ id, source }) => {
    if (source.kind !== 'phantom') return [];
    const phantom = phantomOpen(source.request);
    return INDICES.map(
      (index) => [`${id}, image ${index}`, phantomFrame(phantom, index, SIZE).truth] as const,
    );
  });
}

const byDepth = (a: MmPoint, b: MmPoint): number => a.y - b.y;

/**
 * How far below the top of each rib's front the pleural line beside it runs, in millimetres: along the scan lines, as
 * the sound goes, and straight down, as the ruler beside the image says.
 */
function pleuraBelowRibs({ ribs, pleura, mask }: Truth): readonly { along: number; down: number }[] {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const across = (line: readonly MmPoint[]) => mean(line.map(({ x }) => x));
  const middle = pleura.find((line) => {
    const lefts = ribs.filter((rib) => across(rib) < across(line)).length;
    return lefts > 0 && lefts < ribs.length;
  });
  if (middle === undefined) return [];
  const depth = (point: MmPoint) => beamFromMm(mask.sector, point).depthMm;
  return ribs.map((rib) => ({
    along: Math.min(...middle.map(depth)) - Math.min(...rib.map(depth)),
    down: mean(middle.map(({ y }) => y)) - [...rib].sort(byDepth)[0]!.y,
  }));
}

describe('find the bat sign', () => {
  const FILE = 'image/find-the-bat-sign.yaml';

  test('the pleural line lies 1 to 1.5 centimetres below the tops of the ribs, to half a centimetre, on every image', () => {
    expect(flat(textOf(FILE))).toContain('you measure 1 to 1.5 centimetres in these images');
    expect(flat(textOf(FILE))).toContain('1 to 1.5 centimetres deeper than the tops of the caps');
    const truths = truthsOf(FILE);
    expect(truths.length).toBeGreaterThanOrEqual(9);
    for (const [name, truth] of truths) {
      const found = pleuraBelowRibs(truth);
      expect(found.length, name).toBeGreaterThanOrEqual(2);
      for (const { along, down } of found) {
        for (const mm of [along, down])
          expect([10, 15], `${name}: ${mm} mm`).toContain(5 * Math.round(mm / 5));
      }
    }
  });
});

describe('A-lines', () => {
  test('lie at whole multiples of the depth of the pleural line, as told, and the sum that is asked is right', () => {
    const text = flat(textOf('a-lines/a-lines.yaml'));
    expect(text).toContain('at two, three and four times its own depth');
    expect(text).toContain('The pleural line lies 22 mm below the skin.');
    const { steps } = scenarioParse(textOf('a-lines/a-lines.yaml'), 'a-lines.yaml');
    const predict = steps.find(({ id }) => id === 'predict');
    expect(predict).toMatchObject({ reply: { answer: 2 * 22 } });
    for (const [name, { aLines, pleura, mask }] of truthsOf('a-lines/a-lines.yaml')) {
      const depth = (point: MmPoint) => beamFromMm(mask.sector, point).depthMm;
      const depths = pleura.flat().map(depth);
      expect(new Set(aLines.map(({ multiple }) => multiple)).size, name).toBeGreaterThanOrEqual(2);
      for (const { multiple, points } of aLines) {
        const times = points.map((point) => depth(point) / multiple);
        expect(Math.min(...times), name).toBeGreaterThan(Math.min(...depths) - 1);
        expect(Math.max(...times), name).toBeLessThan(Math.max(...depths) + 1);
      }
    }
  });
});

describe('B-lines', () => {
  test('reach the bottom of every image of the lesson, and start at the pleural line', () => {
    expect(flat(textOf('b-lines/count-the-b-lines.yaml'))).toContain(
      'to the bottom of the image without fading',
    );
    for (const [name, { bLines, pleura, mask }] of truthsOf('b-lines/count-the-b-lines.yaml')) {
      expect(bLines.length, name).toBeGreaterThan(0);
      for (const { origin, endDepthMm } of bLines) {
        expect(endDepthMm, name).toBeGreaterThan(0.98 * mask.sector.depthMm);
        const near = pleura.flat().map(({ x, y }) => Math.hypot(x - origin.x, y - origin.y));
        expect(Math.min(...near), name).toBeLessThan(3);
      }
    }
  });
});
