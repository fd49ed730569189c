import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { FINDING_INDEX } from '../../../../src/domain/findings/finding.ts';
import { keyPictures } from '../../../../src/formats/package/key-pictures.ts';
import { keyedClipMake } from '../../../support/keyed-clip.ts';
import { SMALL_SCENARIO } from '../../../support/package-make.ts';

test('an image that has a key is a picture of its classes, and no other image is', () => {
  const { parts, marks, sector } = keyedClipMake(6, 2);
  const keyed = new TextDecoder().decode(parts[0]!.bytes);
  const pictures = keyPictures({
    'scenarios/keyed.yaml': keyed,
    'scenarios/keyed.es.yaml': 'title: Base derecha',
    'scenarios/small.yaml': SMALL_SCENARIO,
  });
  expect(pictures.map(({ path }) => path)).toEqual(['keys/keyed/base/2.png']);
  const { width, height, channels, data } = decode(pictures[0]!.bytes);
  expect({ width, height, channels }).toEqual({ width: 320, height: 320, channels: 1 });
  const beams = marks.filter((mark) => mark.kind === 'beam');
  expect(beams.length).toBeGreaterThan(0);
  for (const { origin } of beams) {
    // A little below where it begins, the way along a slanted scan line is still the beam's.
    const column = Math.round(sector.originPx.x + origin.x / sector.mmPerPx);
    const row = Math.round(sector.originPx.y + (origin.y + 1) / sector.mmPerPx);
    expect(data[row * width + column]).toBe(FINDING_INDEX.b_line);
  }
  const classes = new Set(data);
  expect([...classes].sort()).toEqual(
    [0, ...new Set(marks.map((mark) => (mark.kind === 'eraser' ? 0 : FINDING_INDEX[mark.finding])))].sort(),
  );
});
