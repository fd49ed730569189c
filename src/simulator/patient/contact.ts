import { amplitudeFromDb } from '../../domain/numbers/portable-math.ts';
import { valueNoiseAt } from '../acoustics/value-noise.ts';
import { type ImagePlane, planeX } from './image-plane.ts';
import type { Patient } from './patient.ts';

/** How deep the skin gives way: gel alone at no pressure, fat and flesh between the ribs at full. */
const GEL_MM = 0.8;
const YIELDS_MM = 19;

/** Loss for every millimetre of air, and the most that is lost, dB. */
const AIR_DB_MM = 12;
const AIR_DB_MOST = 46;

/** Above this level of the skin map is no chest: neck, shoulder and armpit. */
const TOP_MM = 4;

/**
 * Amplitude that gets into the body at a scan line. The skin curves away from the probe's face: where pressure does
 * not close the gap, there is air.
 */
export function contactAt({ unevenness }: Patient, plane: ImagePlane, line: number): number {
  const { grid, pose } = plane;
  const x = planeX(plane, line, 0);
  const face = grid.radiusMm === Number.POSITIVE_INFINITY ? 0 : grid.radiusMm * (1 - plane.ahead[line]!);
  const gap = face + plane.bow * x * x - GEL_MM - YIELDS_MM * pose.pressure;
  const down = pose.downMm + x * plane.along.downMm;
  const beyond = Math.max(0, TOP_MM - down);
  const lossDb = Math.min(AIR_DB_MOST, AIR_DB_MM * Math.max(0, gap) + 6 * beyond);
  const unevenDb =
    1.1 * valueNoiseAt(unevenness.contact, line + 500) +
    0.7 * valueNoiseAt(unevenness.contact, 3.7 * line + 900);
  return amplitudeFromDb(-lossDb - unevenDb);
}
