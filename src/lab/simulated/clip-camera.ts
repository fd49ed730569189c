import type { Frame, Truth } from '../../domain/frame/frame.ts';
import { type Random, randomBetween, randomCreate } from '../../domain/numbers/random.ts';
import type { PatientCondition } from '../../domain/scan/patient-request.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { poseClamp } from '../../domain/scan/pose-limits.ts';
import { controlsClamp, scanPreset } from '../../domain/scan/scan-presets.ts';
import { zonePose, zonesOf } from '../../domain/scan/zones.ts';
import type { Probe } from '../../simulator/acoustics/probe.ts';
import { phantomFrame, phantomImage, phantomOpen } from '../../simulator/exam/phantom.ts';
import {
  livePatientFrame,
  livePatientImage,
  livePatientOpen,
  type PatientShot,
} from '../../simulator/patient/live-patient.ts';
import { scannerProbe } from '../../simulator/patient/scanner.ts';

/**
 * Where simulated clips come from: exams like those that networks learn from, the hospital's machines (nearest to
 * recorded clips), the machine that none of them showed, patients who breathe under the probe, and the game's
 * clinical images.
 */
export const CLIP_ORIGINS = ['exam', 'hospital', 'clinic', 'patient', 'clinical'] as const;
export type ClipOrigin = (typeof CLIP_ORIGINS)[number];

/** A simulated clip that goes on for ever; its images may be asked for in any order. */
export interface ClipCamera {
  readonly probe: Probe;
  readonly frameRateHz: number;
  image(index: number, sizePx: number): Frame;
  /** With what it truly shows, which takes half as long again. */
  shot(index: number, sizePx: number): { readonly frame: Frame; readonly truth: Truth };
}

const PATIENT_HZ = 25;

/** Separates what is drawn here from all else that is drawn from the same seed. */
const STREAM = 777;

/** The clip of a seed; its probe is a curved one. */
export function clipCamera(origin: ClipOrigin, seed: number): ClipCamera {
  return origin === 'patient' ? patientCamera(seed) : examCamera(origin, seed);
}

function examCamera(origin: Exclude<ClipOrigin, 'patient'>, seed: number): ClipCamera {
  const requests: Readonly<Record<typeof origin, PhantomRequest>> = {
    exam: { seed, split: 'train', edition: 'varied', probe: 'convex' },
    hospital: { seed, split: 'train', device: 'hospital', probe: 'convex' },
    clinic: { seed, split: 'train', device: 'clinic' },
    clinical: { seed, split: 'game', look: 'clinical', probe: 'convex', pattern: 'any' },
  };
  const phantom = phantomOpen(requests[origin]);
  return {
    probe: phantom.exam.probe,
    frameRateHz: phantom.exam.frameRateHz,
    image: (index, sizePx) => phantomImage(phantom, index, sizePx),
    shot: (index, sizePx) => phantomFrame(phantom, index, sizePx),
  };
}

/** Conditions in turn of drawing; interstitial illness and health are the commonest. */
const CONDITIONS: readonly PatientCondition[] = [
  'normal',
  'normal',
  'interstitial',
  'interstitial',
  'white_lung',
  'consolidation',
  'effusion',
];

/** A hand that holds the probe at about a BLUE point, and a machine that is set about as for lungs. */
function patientCamera(seed: number): ClipCamera {
  const random: Random = randomCreate(seed, STREAM);
  const condition = CONDITIONS[Math.floor(random.next() * CONDITIONS.length)]!;
  const live = livePatientOpen({
    seed,
    condition,
    breathDepth: randomBetween(random, 0.35, 1.5),
    ...(condition === 'interstitial' ? { bLinesPerSpace: 1 + Math.floor(random.next() * 4) } : {}),
  });
  const zones = zonesOf('blue_6');
  const middle = zonePose(zones[Math.floor(random.next() * zones.length)]!);
  const pose = poseClamp({
    aroundMm: middle.aroundMm + randomBetween(random, -20, 20),
    downMm: middle.downMm + randomBetween(random, -20, 20),
    tiltRad: randomBetween(random, -0.15, 0.15),
    rotationRad: middle.rotationRad + randomBetween(random, -0.2, 0.2),
    pressure: 0.6,
  });
  const controls = controlsClamp({
    ...scanPreset('lung'),
    depthMm: randomBetween(random, 90, 180),
    gainDb: randomBetween(random, -10, 8),
  });
  const shotOf = (index: number): PatientShot => ({ pose, controls, timeMs: (index * 1000) / PATIENT_HZ });
  return {
    probe: scannerProbe(controls),
    frameRateHz: PATIENT_HZ,
    image: (index, sizePx) => livePatientImage(live, shotOf(index), sizePx),
    shot: (index, sizePx) => livePatientFrame(live, shotOf(index), sizePx),
  };
}
