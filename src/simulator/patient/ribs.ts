import { SKIN_LINES_MM, type SkinPlace, TORSO, tableAt } from '../../domain/scan/skin.ts';
import type { Patient } from './patient.ts';

export const FIRST_RIB = 2;
export const LAST_RIB = 11;

/** Where bone passes into cartilage. */
const COSTOCHONDRAL_MM = 85;

/** Height of a rib's head at the spine above its front end. */
const DROP_MM = 95;

interface RibCourse {
  /** Level where bone passes into cartilage (or would). */
  readonly levelMm: number;
  /** Rise of the cartilage from there to the sternum. */
  readonly riseMm: number;
  /** Its front end, mm from the sternum's middle: the lower ones reach the costal margin only, the last floats. */
  readonly fromMm: number;
}

/** Spacing of about 32 mm in front, as in adults; the cartilages of the lower ribs run up steeply. */
const COURSES: readonly RibCourse[] = [
  { levelMm: 50, riseMm: 4, fromMm: 16 },
  { levelMm: 82, riseMm: 8, fromMm: 16 },
  { levelMm: 114, riseMm: 15, fromMm: 16 },
  { levelMm: 147, riseMm: 25, fromMm: 16 },
  { levelMm: 180, riseMm: 40, fromMm: 16 },
  { levelMm: 212, riseMm: 58, fromMm: 22 },
  { levelMm: 243, riseMm: 60, fromMm: 52 },
  { levelMm: 272, riseMm: 60, fromMm: 85 },
  { levelMm: 300, riseMm: 0, fromMm: 112 },
  { levelMm: 328, riseMm: 0, fromMm: 250 },
];

/** Share of the drop that a rib has made at a share of its bony way from front to back: it runs steepest at the side. */
function dropShare(way: number): number {
  return 0.6 * way * way * (3 - 2 * way) + 0.4 * way;
}

/** Level of the middle of a rib at a distance from the sternum's middle, or null in front of its end. */
export function ribLevelMm({ build }: Patient, rib: number, outMm: number): number | null {
  const course = COURSES[rib - FIRST_RIB]!;
  if (outMm < course.fromMm) return null;
  const level = course.levelMm + build.ribShiftMm[rib - FIRST_RIB]!;
  if (outMm < COSTOCHONDRAL_MM) {
    const inwards = 1 - outMm / COSTOCHONDRAL_MM;
    return level - course.riseMm * inwards * (0.6 + 0.4 * inwards);
  }
  const way = (outMm - COSTOCHONDRAL_MM) / (TORSO.girthMm / 2 - COSTOCHONDRAL_MM);
  return level - DROP_MM * dropShare(way);
}

/** Share of bone, 0 in the cartilage and 1 in the rib. */
export function ribBoneShare(outMm: number): number {
  return tableAt(
    [
      [COSTOCHONDRAL_MM - 6, 0],
      [COSTOCHONDRAL_MM + 6, 1],
    ],
    outMm,
  );
}

/** The ribs' middles as lines on the skin map, the right side's first, each from the front to the spine; for drawing. */
export function ribsOutline(patient: Patient): readonly (readonly SkinPlace[])[] {
  const lines: SkinPlace[][] = [];
  for (const side of [-1, 1]) {
    for (let rib = FIRST_RIB; rib <= LAST_RIB; rib++) {
      const points: SkinPlace[] = [];
      for (let out = SKIN_LINES_MM.sternalBorder; out <= TORSO.girthMm / 2 - 14; out += 6) {
        const downMm = ribLevelMm(patient, rib, out);
        if (downMm !== null) points.push({ aroundMm: side * out, downMm });
      }
      lines.push(points);
    }
  }
  return lines;
}
