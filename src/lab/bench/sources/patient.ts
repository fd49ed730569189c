import { patientSource } from '../../../adapters/phantom-worker/client/patient-source.ts';
import { POSE_START } from '../../../domain/scan/pose-limits.ts';
import type { ProbePose } from '../../../domain/scan/probe-pose.ts';
import { scanPreset } from '../../../domain/scan/scan-presets.ts';
import type { ModelFiles } from '../../../network/model-files.ts';
import { type OnScreen, onScreen } from './on-screen.ts';

/** Milliseconds measured while a patient is scanned with the overlay running. */
export interface PatientPace {
  /** Between each drawn image and the next. */
  readonly gapsMs: readonly number[];
  /** From a pose that is told to the first image from there that is drawn. */
  readonly probeToPixelMs: readonly number[];
}

const WARM_UP_IMAGES = 60;
const IMAGES = 300;
const POSES = 80;

/** A hand that slides to and fro over one place; every pose is another one. */
function poseAt(step: number): ProbePose {
  return {
    ...POSE_START,
    aroundMm: POSE_START.aroundMm + 12 * Math.sin(step / 7),
    downMm: POSE_START.downMm + 0.01 * step,
    tiltRad: 0.1 * Math.sin(step / 11),
  };
}

/** Waits for `count` drawn images and gives when each was. */
function imagesDrawn(screen: OnScreen, count: number): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const atMs: number[] = [];
    const stop = screen.onDrawn((_, now) => {
      atMs.push(now);
      if (atMs.length < count) return;
      stop();
      resolve(atMs);
    });
  });
}

/** How long it takes until an image from this pose is drawn. */
function poseDrawn(screen: OnScreen, pose: ProbePose, poseSet: (pose: ProbePose) => void): Promise<number> {
  return new Promise((resolve) => {
    const fromMs = performance.now();
    const stop = screen.onDrawn((shown, now) => {
      if (shown.view?.pose.downMm !== pose.downMm) return;
      stop();
      resolve(now - fromMs);
    });
    poseSet(pose);
  });
}

/** A wait that falls anywhere between two images, and is the same in every run. */
function pause(step: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, (step * 37) % 90));
}

/** Scans a patient with B-lines at 512 x 512, the network's overlay on, with what the game ships. */
export async function patientPaceMeasure(model: ModelFiles): Promise<PatientPace> {
  const screen = await onScreen(model);
  const source = patientSource(
    { seed: 7, condition: 'interstitial', bLinesPerSpace: 3 },
    { view: { pose: POSE_START, controls: scanPreset('lung') } },
  );
  const { steerable } = source;
  if (steerable === null) throw new Error('The patient has no probe.');
  screen.viewer.play(source);
  await imagesDrawn(screen, WARM_UP_IMAGES);
  let step = 0;
  const hand = setInterval(() => {
    step += 1;
    steerable.poseSet(poseAt(step));
  }, 16);
  const drawnMs = await imagesDrawn(screen, IMAGES + 1);
  clearInterval(hand);
  const probeToPixelMs: number[] = [];
  for (let i = 0; i < POSES; i++) {
    await pause(i);
    step += 1;
    probeToPixelMs.push(await poseDrawn(screen, poseAt(step), steerable.poseSet));
  }
  source.close();
  screen.close();
  return { gapsMs: drawnMs.slice(1).map((atMs, i) => atMs - drawnMs[i]!), probeToPixelMs };
}
