import { describe, expect, test } from 'vitest';
import { FINDING_INDEX, FINDINGS, type FindingClass } from '../../../../src/domain/findings/finding.ts';
import type { MmPoint } from '../../../../src/domain/geometry/point.ts';
import { beamFromMm, mmFromBeam, pxFromMm } from '../../../../src/domain/geometry/sector.ts';
import { GLOSSARY } from '../../../../src/domain/medicine/glossary.ts';
import { TERM_PICTURES, TERM_PLACES } from '../../../../src/parts/glossary/term-pictures.ts';
import { VIEW_START } from '../../../../src/parts/session/machine/scenario-context.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { livePatientFrame, livePatientOpen } from '../../../../src/simulator/patient/live-patient.ts';

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

describe('the picture of', () => {
  const SIZE = 448;

  /** The frame and truth of a term's picture, the pixel that it points at, and the classes on the way there from the probe. */
  function pictureOf(id: 'rib-shadow' | 'intercostal-window' | 'fascia' | 'air-bronchogram' | 'quad-sign') {
    const { source, pose, frameIndex } = TERM_PICTURES[id]!;
    const { frame, truth } =
      source.kind === 'phantom'
        ? phantomFrame(phantomOpen(source.request), frameIndex, SIZE)
        : livePatientFrame(
            livePatientOpen(source.request),
            { pose: pose!, controls: VIEW_START.controls, timeMs: 32 * frameIndex },
            SIZE,
          );
    const { sector } = frame;
    const pixelAt = (mm: MmPoint): number => {
      const { x, y } = pxFromMm(sector, mm);
      return Math.floor(y) * SIZE + Math.floor(x);
    };
    const place = TERM_PLACES[id] ?? { x: 0, y: 65 };
    const { lateral, depthMm } = beamFromMm(sector, place);
    const above = (line: number): ReadonlySet<FindingClass> => {
      const depths = Array.from({ length: Math.floor(depthMm) }, (_, mm) => mm + 0.5);
      return new Set(
        depths.map((at) => {
          const pixel = pixelAt(mmFromBeam(sector, { lateral: line, depthMm: at }));
          return FINDINGS[truth.mask.classes[pixel]!]!;
        }),
      );
    };
    return { frame, truth, source, place, lateral, above, pixel: pixelAt(place) };
  }

  test('a rib shadow points at a place behind a rib where nothing is found', () => {
    const { truth, above, lateral, pixel } = pictureOf('rib-shadow');
    expect(above(lateral)).toContain('rib');
    expect(truth.mask.classes[pixel]).toBe(FINDING_INDEX.background);
  });

  test('an intercostal window points below pleural line that no rib hides, between two ribs', () => {
    const { above, lateral } = pictureOf('intercostal-window');
    expect(above(lateral)).toContain('pleural_line');
    expect(above(lateral)).not.toContain('rib');
    expect(above(lateral - 0.5)).toContain('rib');
    expect(above(lateral + 0.5)).toContain('rib');
  });

  test('a fascia points at the border of fat and muscle, above the pleural line', () => {
    const { source, place } = pictureOf('fascia');
    if (source.kind !== 'phantom') throw new Error('No phantom.');
    const { wall } = examDraw(source.request);
    expect(Math.abs(place.y - wall.skinMm - wall.fatMm)).toBeLessThan(1);
    expect(place.y).toBeLessThan(wall.pleuralDepthMm - 5);
  });

  test('an air bronchogram points at what is far brighter than the consolidation around it', () => {
    const { frame, truth, pixel } = pictureOf('air-bronchogram');
    const around = truth.mask.classes.reduce<number[]>((found, value, at) => {
      if (value === FINDING_INDEX.consolidation) found.push(frame.grey[at]!);
      return found;
    }, []);
    expect(truth.mask.classes[pixel]).toBe(FINDING_INDEX.consolidation);
    const mean = around.reduce((sum, grey) => sum + grey, 0) / around.length;
    // A bright point is a few pixels wide.
    const near = [-1, 0, 1].flatMap((row) =>
      [-1, 0, 1].map((column) => frame.grey[pixel + row * SIZE + column]!),
    );
    expect(Math.max(...near)).toBeGreaterThan(mean + 30);
  });

  test('a quad sign has fluid between pleural line and lung, and the shadow of a rib on either side', () => {
    const { above } = pictureOf('quad-sign');
    for (const lateral of [-0.1, 0, 0.1]) {
      expect(above(lateral)).toContain('pleural_effusion');
      expect(above(lateral)).toContain('pleural_line');
    }
    const ribs = [-0.6, -0.5, -0.4, -0.3, 0.3, 0.4, 0.5, 0.6].filter((at) => above(at).has('rib'));
    expect(ribs.some((at) => at < 0)).toBe(true);
    expect(ribs.some((at) => at > 0)).toBe(true);
  });
});

test('only terms with a picture have a place in it', () => {
  const lost = GLOSSARY.filter(({ id }) => TERM_PLACES[id] !== undefined && TERM_PICTURES[id] === undefined);
  expect(lost).toEqual([]);
});
