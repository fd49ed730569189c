import { expect, test } from 'vitest';
import { GLOSSARY } from '../../../../src/domain/medicine/glossary.ts';
import { TERM_PICTURES, TERM_PLACES } from '../../../../src/parts/glossary/term-pictures.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';

/** How far breath and sliding carry what is drawn from where it lies at rest, and half of its own width, mm. */
const CARRIED_MM = 4;

/** Where the simulator lets a vertical artefact begin, and how far it lies from the middle there, mm. */
function sourceOf(id: 'z-line' | 'e-line' | 'comet-tail') {
  const source = TERM_PICTURES[id]!.source;
  if (source.kind !== 'phantom') throw new Error('No phantom.');
  const { lung, wall, probe } = examDraw(source.request);
  const found =
    id === 'e-line'
      ? lung.eLines.map(({ xMm, fromMm }) => ({ xMm, fromMm, lossDbMm: 0 }))
      : lung.bLines
          .filter(({ kind }) => kind === 'comet_tail')
          .map(({ xMm, lossDbMm }) => ({ xMm, fromMm: wall.pleuralDepthMm, lossDbMm }));
  const radiusMm = probe.kind === 'convex' ? probe.radiusMm : Number.POSITIVE_INFINITY;
  const place = TERM_PLACES[id]!;
  const near = found.find(({ xMm, fromMm }) => {
    const angle = Math.atan2(place.x, radiusMm + place.y);
    return Math.abs(angle * (radiusMm + fromMm) - xMm) <= CARRIED_MM;
  });
  return { near, place };
}

test.each(['z-line', 'e-line', 'comet-tail'] as const)('a picture points at the %s that it is of', (id) => {
  const { near, place } = sourceOf(id);
  expect(near).toBeDefined();
  expect(place.y).toBeGreaterThan(near!.fromMm);
  // A Z-line fades slowly, a comet tail within some centimetres.
  if (id === 'z-line') expect(near!.lossDbMm).toBeLessThan(0.8);
  if (id === 'comet-tail') expect(near!.lossDbMm).toBeGreaterThan(0.8);
});

test('only terms with a picture have a place in it', () => {
  const lost = GLOSSARY.filter(({ id }) => TERM_PLACES[id] !== undefined && TERM_PICTURES[id] === undefined);
  expect(lost).toEqual([]);
});
