import type { MmPoint } from '../../domain/geometry/point.ts';
import { type Sector, sectorFit } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { type ExpertKey, keyIndices } from '../../domain/scenario/expert-key.ts';
import type { SimulatedImage } from './simulated-image.ts';

/** Side of the images, px. */
const SIZE_PX = 512;

/** Around marks whose clip is not said, mm. */
const MARGIN_MM = 20;

/**
 * A clip that experts drew a key on, without the clip: its images are black, and lie as the key says, or in a rectangle
 * around the marks where it does not say.
 */
export function keyedImageOpen(key: ExpertKey): SimulatedImage {
  const sector = sectorFit(key.drawnOn?.sector ?? sectorAround(key), SIZE_PX);
  const shots = new Map(
    keyIndices(key).map((index) => {
      const frame = {
        width: SIZE_PX,
        height: SIZE_PX,
        grey: new Uint8Array(SIZE_PX * SIZE_PX),
        sector,
        timeMs: 0,
      };
      return [index, { frame, truth: null, index }] as const;
    }),
  );
  const first = [...shots.values()][0]!;
  return {
    isScanned: false,
    measured: null,
    request: null,
    patient: null,
    // Before it is frozen, an image without a key looks like any other.
    shot: (index) => shots.get(index) ?? { ...first, index },
  };
}

function sectorAround({ experts }: ExpertKey): Sector {
  const points = experts.flatMap(({ frames }) => frames.flatMap(({ marks }) => marks.flatMap(pointsOf)));
  const aside = Math.max(0, ...points.map(({ x }) => Math.abs(x)));
  const deepest = Math.max(0, ...points.map(({ y }) => y));
  return {
    kind: 'linear',
    mmPerPx: 1,
    originPx: { x: 0, y: 0 },
    widthMm: 2 * (aside + MARGIN_MM),
    depthMm: deepest + MARGIN_MM,
  };
}

function pointsOf(mark: Mark): readonly MmPoint[] {
  if (mark.kind !== 'beam') return mark.points;
  return [mark.origin, { x: mark.origin.x, y: mark.endDepthMm }];
}
