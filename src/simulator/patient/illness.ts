import { lungEdgeMm } from '../../domain/scan/lung-edge.ts';
import { aroundWrap, smoothStep } from '../../domain/scan/skin.ts';
import { zoneContains } from '../../domain/scan/zones.ts';
import { edgeMoveMm, type PatientMotion } from './breath.ts';
import type { Illness, Patient } from './patient.ts';
import { patternAt } from './pattern.ts';

/** How far the border of a pneumothorax draws in between rest and the end of a quiet breath in, mm. */
const BORDER_MOVES_MM = 7;

/** Signed distance round the chest, the short way. */
function apart(fromMm: number, toMm: number): number {
  return aroundWrap(toMm - fromMm);
}

/** The lung comes to the wall, and is held back by it, over this much beside the border, mm. */
const BORDER_SOFT_MM = 1.2;

/** Share of a place of the chest wall that air between the pleurae holds the lung off from, 0-1. */
export function airShareAt(
  { illness }: Patient,
  motion: PatientMotion,
  aroundMm: number,
  downMm: number,
): number {
  if (illness.kind !== 'pneumothorax') return 0;
  const around = apart(illness.centre.aroundMm, aroundMm);
  const down = downMm - illness.centre.downMm;
  const radius = illness.radiusMm - BORDER_MOVES_MM * motion.breath;
  // It stays on its own side of the breastbone.
  const isOtherSide = aroundWrap(aroundMm) * illness.centre.aroundMm <= 0;
  if (isOtherSide) return 0;
  const inside = radius - Math.sqrt(around * around + down * down);
  return smoothStep(-BORDER_SOFT_MM, BORDER_SOFT_MM, inside);
}

/** Whether air lies between the pleurae at a place of the chest wall. */
export function isAirAt(patient: Patient, motion: PatientMotion, aroundMm: number, downMm: number): boolean {
  return airShareAt(patient, motion, aroundMm, downMm) >= 0.5;
}

/** Share of fluid round a place, 0-1: it gathers where the lying patient's chest is lowest. */
function dependence({ side }: Extract<Illness, { kind: 'effusion' }>, aroundMm: number): number {
  const around = aroundWrap(aroundMm);
  return around * side <= 0 ? 0 : smoothStep(175, 265, Math.abs(around));
}

/** The recess between ribs and diaphragm is filled by fluid so far below the lung's edge, mm. */
const RECESS_MM = 44;

/** A lung in fluid floats up from the diaphragm, mm. */
const FLOATS_MM = 24;

/** The base of a lung that floats is round: over the last of its way down it turns away from the wall, mm. */
const BASE_MM = 30;
const BASE_DEEP_MM = 95;

/** Distance below the lung's edge at which the diaphragm leaves the chest wall, mm. */
export function recessMm({ illness }: Patient, aroundMm: number): number {
  return illness.kind === 'effusion' ? RECESS_MM * dependence(illness, aroundMm) : 0;
}

/**
 * Fluid between the pleurae, mm: none at its upper border, most at the lung's edge. Breathing in spreads the lung and
 * thins it (the sinusoid sign). Below the floating lung's base fluid reaches to diaphragm and spine.
 */
export function fluidMm(
  { illness }: Patient,
  motion: PatientMotion,
  aroundMm: number,
  downMm: number,
): number {
  if (illness.kind !== 'effusion') return 0;
  const share = dependence(illness, aroundMm);
  if (share <= 0) return 0;
  const edge = lungEdgeMm(aroundMm) + edgeMoveMm(motion) - FLOATS_MM * share;
  const up = (edge - downMm) / (illness.heightMm * share);
  if (up >= 1) return 0;
  if (up <= 0) return 400;
  // Thin at its upper border, without a corner there.
  const wedge = (1 - up) * (1 - up) * (1 + 0.8 * up);
  const round = 1 - Math.min(1, (edge - downMm) / BASE_MM);
  const base = BASE_DEEP_MM * (1 - Math.sqrt(1 - round * round));
  return (illness.thicknessMm * (1 - 0.16 * motion.breath) * wedge + base) * share;
}

/** How deep the border of airless lung to the air behind it is torn (SD), mm. */
const RAGGED_MM = { coarse: 2.6, fine: 2.8, finest: 1.8 } as const;

/** Airless lung under the pleura at a place of the lung's surface, mm; ragged towards the air behind it. */
export function airlessMm(patient: Patient, aroundMm: number, downMm: number): number {
  const { illness, unevenness } = patient;
  if (illness.kind !== 'consolidation') return 0;
  const around = apart(illness.centre.aroundMm, aroundMm) / illness.radiusMm;
  const down = (downMm - illness.centre.downMm) / (1.15 * illness.radiusMm);
  const profile = 1 - around * around - down * down;
  if (profile <= 0) return 0;
  // Lobules lose their air one by one: the border is torn, coarsely and finely (the shred sign).
  const ragged =
    RAGGED_MM.coarse * patternAt(unevenness.wave, aroundMm, downMm) +
    RAGGED_MM.fine * patternAt(unevenness.ragged, aroundMm, downMm) +
    RAGGED_MM.finest * patternAt(unevenness.ragged, 2.3 * aroundMm + 90, 2.3 * downMm);
  const root = Math.sqrt(profile);
  const thickness = illness.thicknessMm * root * Math.sqrt(root) + ragged * Math.min(1, 2 * profile);
  return thickness < 1.5 ? 0 : thickness;
}

/** Separate B-lines in an intercostal space that a place of the lung's surface is ill enough for; 0 where it is well. */
export function bLinesPerSpaceAt({ illness }: Patient, aroundMm: number, downMm: number): number {
  if (illness.kind !== 'interstitial') return 0;
  const isIn = illness.zone === null || zoneContains(illness.zone, { aroundMm, downMm });
  return isIn ? illness.bLinesPerSpace : 0;
}

/** Whether the lung's surface is white at a place. */
export function isWhiteAt({ illness }: Patient, aroundMm: number, downMm: number): boolean {
  return (
    illness.kind === 'white_lung' &&
    (illness.zone === null || zoneContains(illness.zone, { aroundMm, downMm }))
  );
}
