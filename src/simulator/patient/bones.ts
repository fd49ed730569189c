import { exp } from '../../domain/numbers/portable-math.ts';
import { aroundWrap, SKIN_LINES_MM, smoothStep, TORSO, tableAt } from '../../domain/scan/skin.ts';
import type { WallLayers } from './chest-wall.ts';
import type { Patient } from './patient.ts';
import { FIRST_RIB, LAST_RIB, ribBoneShare, ribLevelMm } from './ribs.ts';

/** The bone under a place of the skin map; depths below the skin, mm. */
export interface Bone {
  /** Front surface; Infinity where there is none. */
  frontMm: number;
  backMm: number;
  /** Rise of the front along the skin map, mm per mm. */
  slopeAround: number;
  slopeDown: number;
  /** Echo of its front, dB re muscle. */
  levelDb: number;
  /** Share of the amplitude that passes, 0-1: less the nearer the middle of a rib. */
  passes: number;
}

/** Softness of a shadow's edge, mm. */
const SHADOW_EDGE_MM = 1.2;

/** Loss of an echo from cartilage against bone, and of the sound behind it, dB. */
const CARTILAGE_DB = 9;
const CARTILAGE_SHADOW_DB = 6;

/** A rib's slope on the skin map is taken over this many mm. */
const COURSE_STEP_MM = 4;

const DB = 0.1151292546497023;

/** Flat bones: how deep below the fascia, what passes. */
const FLAT_SHADOW_DB = 34;

function ribUnder(patient: Patient, outMm: number, downMm: number, layers: WallLayers, bone: Bone): void {
  const { ribHalfWidthMm: half, ribHalfHeightMm: height, ribDb, ribShadowDb } = patient.build;
  for (let rib = FIRST_RIB; rib <= LAST_RIB; rib++) {
    const level = ribLevelMm(patient, rib, outMm);
    if (level === null || Math.abs(downMm - level) > 26) continue;
    const further = ribLevelMm(patient, rib, outMm + COURSE_STEP_MM) ?? level;
    const course = (further - level) / COURSE_STEP_MM;
    // Across the rib, not down the skin map: ribs run obliquely.
    const lean = 1 / Math.sqrt(1 + course * course);
    const across = (downMm - level) * lean;
    const rel = across / half;
    const boneShare = ribBoneShare(outMm);
    const shadowDb = CARTILAGE_SHADOW_DB + (ribShadowDb - CARTILAGE_SHADOW_DB) * boneShare;
    const cover = 1 / (1 + exp((Math.abs(across) - 0.97 * half) / SHADOW_EDGE_MM));
    const passes = 1 - cover * (1 - exp(-shadowDb * DB));
    if (passes < bone.passes) bone.passes = passes;
    if (rel <= -1 || rel >= 1) continue;
    const round = Math.sqrt(1 - rel * rel);
    const front = layers.ribFrontMm + height * (1 - round);
    if (front >= bone.frontMm) continue;
    const steep = (height * rel) / (half * Math.max(0.2, round));
    bone.frontMm = front;
    bone.backMm = layers.ribFrontMm + height * (1 + round);
    bone.slopeAround = -steep * lean * course;
    bone.slopeDown = steep * lean;
    bone.levelDb = ribDb - CARTILAGE_DB * (1 - boneShare);
  }
}

interface FlatBone {
  /** Share of cover, 0-1. */
  readonly cover: number;
  readonly frontMm: number;
}

function sternumAt(outMm: number, downMm: number, layers: WallLayers): FlatBone {
  const side = 1 - smoothStep(SKIN_LINES_MM.sternalBorder - 3, SKIN_LINES_MM.sternalBorder, outMm);
  const along = smoothStep(4, 8, downMm) * (1 - smoothStep(165, 172, downMm));
  return { cover: side * along, frontMm: layers.fasciaMm + 2 };
}

function clavicleAt(outMm: number, downMm: number, layers: WallLayers): FlatBone {
  const level = tableAt(
    [
      [20, 6],
      [90, -2],
      [160, -10],
    ],
    outMm,
  );
  const cover = 1 - smoothStep(5.5, 6.5, Math.abs(downMm - level));
  const along = smoothStep(18, 20, outMm) * (1 - smoothStep(160, 162, outMm));
  return { cover: cover * along, frontMm: layers.fasciaMm + 1.5 };
}

/** The shoulder blade: a triangle that ends at its lower angle. */
function scapulaAt(outMm: number, downMm: number, layers: WallLayers): FlatBone {
  const medial = 1 - smoothStep(384, 386, outMm);
  const lateral = tableAt(
    [
      [20, 300],
      [150, 378],
    ],
    downMm,
  );
  const cover = medial * smoothStep(lateral, lateral + 2, outMm);
  const along = smoothStep(22, 24, downMm) * (1 - smoothStep(150, 152, downMm));
  const spine = 6 * (1 - smoothStep(4, 14, Math.abs(downMm - 44)));
  return { cover: cover * along, frontMm: layers.ribFrontMm - 2 - spine };
}

/** Processes of the spine, one every 26 mm. */
function spineAt(outMm: number, downMm: number, layers: WallLayers): FlatBone {
  const cover = smoothStep(TORSO.girthMm / 2 - 22, TORSO.girthMm / 2 - 18, outMm);
  const place = downMm / 26 - Math.floor(downMm / 26) - 0.5;
  return { cover, frontMm: layers.fasciaMm + 4 + 40 * place * place };
}

function flatUnder(patient: Patient, flat: FlatBone, bone: Bone): void {
  if (flat.cover <= 0.01) return;
  bone.passes = Math.min(bone.passes, 1 - flat.cover * (1 - exp(-FLAT_SHADOW_DB * DB)));
  if (flat.cover < 0.5 || flat.frontMm >= bone.frontMm) return;
  bone.frontMm = flat.frontMm;
  bone.backMm = flat.frontMm + 5;
  bone.slopeAround = 0;
  bone.slopeDown = 0;
  bone.levelDb = patient.build.ribDb - 1;
}

/** Writes the foremost bone under a place of the skin map: rib or cartilage, breastbone, collar bone, blade, spine. */
export function boneAt(
  patient: Patient,
  aroundMm: number,
  downMm: number,
  layers: WallLayers,
  bone: Bone,
): void {
  bone.frontMm = Number.POSITIVE_INFINITY;
  bone.backMm = Number.POSITIVE_INFINITY;
  bone.slopeAround = 0;
  bone.slopeDown = 0;
  bone.levelDb = 0;
  bone.passes = 1;
  const around = aroundWrap(aroundMm);
  const outMm = Math.abs(around);
  ribUnder(patient, outMm, downMm, layers, bone);
  if (around < 0) bone.slopeAround = -bone.slopeAround;
  if (outMm < 24) flatUnder(patient, sternumAt(outMm, downMm, layers), bone);
  if (downMm < 16) flatUnder(patient, clavicleAt(outMm, downMm, layers), bone);
  if (outMm > 295 && downMm < 155) flatUnder(patient, scapulaAt(outMm, downMm, layers), bone);
  if (outMm > 430) flatUnder(patient, spineAt(outMm, downMm, layers), bone);
}
