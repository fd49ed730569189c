import { cos, exp, sin } from '../../domain/numbers/portable-math.ts';
import { smoothStep } from '../../domain/scan/skin.ts';
import type { Patient } from './patient.ts';

/** Where a patient is in breath and heartbeat. */
export interface PatientMotion {
  /** How full the lung is: about -1 at the end of a quiet breath out, 1 at the end of one in; grows with depth. */
  readonly breath: number;
  /** Of a heartbeat, 0-1. */
  readonly beat: number;
  /** All the way that `breath` has gone to and fro since the beginning. */
  readonly path: number;
  /** How far speckle from under sliding pleura is decorrelated by time alone, mm: it never stands quite still. */
  readonly decorrelationMm: number;
  readonly timeS: number;
}

const TURN = 6.283185307179586;

/** Shares of a breath: in, out, and the rest before the next. */
const IN = 0.4;
const OUT = 0.46;

/** Fullness of the lung, 0-1, at a share of a breath. */
function fullness(share: number): number {
  if (share < IN) return 0.5 - 0.5 * cos((TURN / 2) * (share / IN));
  if (share < IN + OUT) return 0.5 + 0.5 * cos((TURN / 2) * ((share - IN) / OUT));
  return 0;
}

/** Speckle is another one every 60 ms while the patient breathes, also where a breath turns. */
const DECORRELATION_MM_S = 70;

/** @param timeMs since the examination began */
export function motionAt({ rhythm }: Patient, timeMs: number): PatientMotion {
  const timeS = timeMs / 1000;
  const breaths = rhythm.breathHz * timeS + rhythm.breathPhase;
  const share = breaths - Math.floor(breaths);
  const full = fullness(share);
  return {
    breath: rhythm.breathDepth * (2 * full - 1),
    beat: exp(3 * (sin(TURN * (rhythm.heartHz * timeS + rhythm.heartPhase)) - 1)),
    path: 2 * rhythm.breathDepth * (2 * Math.floor(breaths) + (share < IN ? full : 2 - full)),
    decorrelationMm: DECORRELATION_MM_S * Math.min(1, 2 * rhythm.breathDepth) * timeS,
    timeS,
  };
}

/** The moments at the ends of a breath, out and in: between them lies all that the lung does. */
export function motionEnds({ rhythm }: Patient): readonly [PatientMotion, PatientMotion] {
  const still = { beat: 0, path: 0, decorrelationMm: 0, timeS: 0 };
  return [
    { ...still, breath: -rhythm.breathDepth },
    { ...still, breath: rhythm.breathDepth },
  ];
}

/** How far the lung's edge and the diaphragm go down from rest, mm: a quiet breath moves them by 18 mm in all. */
export function edgeMoveMm(motion: PatientMotion): number {
  return 9 * motion.breath;
}

/**
 * How far down the chest wall the lung has slid, mm: little at the apex, most at the base, as at the diaphragm that
 * pulls it.
 */
export function lungSlideMm(motion: PatientMotion, downMm: number): number {
  return slideReachMm(downMm) * motion.breath;
}

/** How far the lung slides to either side of rest in a quiet breath, mm. */
function slideReachMm(downMm: number): number {
  return 1.5 + 7.5 * smoothStep(-40, 290, downMm);
}

/**
 * Echoes from under the pleura have gone to and fro between rough surfaces: they become others so many times faster than tissue that is only carried along. This is the shimmer of sliding lung, and the sand of the seashore.
 */
const SHIMMER = 16;

/** How far speckle from under the pleura is decorrelated, as if carried so many mm: by sliding, pulse and time. */
export function lungDecorrelationMm(motion: PatientMotion, downMm: number, pulseMm: number): number {
  return SHIMMER * (slideReachMm(downMm) * motion.path + pulseMm) + motion.decorrelationMm;
}

/** How far a heartbeat pushes the lung's surface, mm: the lung pulse, strongest beside the heart. */
export function lungPulseMm(motion: PatientMotion, aroundMm: number, downMm: number): number {
  const across = (aroundMm - 50) / 110;
  const down = (downMm - 140) / 110;
  return (0.15 + 0.75 * exp(-(across * across + down * down))) * motion.beat;
}
