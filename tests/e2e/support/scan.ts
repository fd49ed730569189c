import { expect, type Page } from '@playwright/test';
import type { PatientCondition, PatientRequest } from '../../../src/domain/scan/patient-request.ts';
import { POSE_START } from '../../../src/domain/scan/pose-limits.ts';
import { scanPreset } from '../../../src/domain/scan/scan-presets.ts';
import type { MModeSign } from '../../../src/domain/scan/scan-truth.ts';
import type { Zone } from '../../../src/domain/scan/zones.ts';
import { PATIENT_WISH, patientDraw } from '../../../src/pages/scan/patient-wish.ts';
import { sideFollow } from '../../../src/parts/probe/machine/probe-context.ts';
import { placeDraw } from '../../../src/parts/probe/torso-shape.ts';
import {
  livePatientFrame,
  livePatientOpen,
  type PatientShot,
} from '../../../src/simulator/patient/live-patient.ts';
import { layoutOf, PATIENCE } from './screen.ts';

const IMAGE_PX = 512;

/** What the page says of the image on its screen. */
export interface Told {
  readonly request: PatientRequest;
  /** Only of a frozen image. */
  readonly shot: PatientShot;
}

export async function placeReach(page: Page, place: 'running' | 'frozen'): Promise<void> {
  await expect(page.locator('.scan')).toHaveAttribute('data-place', place, PATIENCE);
  if (place === 'frozen') {
    await expect(page.locator('#screen')).toHaveAttribute('data-layout', /\d/, PATIENCE);
  }
}

/** Opens the console and waits until its first patient runs. */
export async function scanOpen(page: Page): Promise<void> {
  await page.goto('/#/scan');
  await placeReach(page, 'running');
}

export async function tabOpen(page: Page, name: 'Probe' | 'Machine' | 'Image' | 'Patient'): Promise<void> {
  await page.locator(`input[name=panel][value=${name.toLowerCase()}]`).check({ force: true });
}

/** Takes the patient of a number, with what is to ail them. */
export async function patientTake(page: Page, condition: PatientCondition, seed: number): Promise<void> {
  await tabOpen(page, 'Patient');
  await page.getByLabel('What ails the patient').selectOption(condition);
  await page.getByLabel('Patient number').fill(String(seed));
  await page.getByRole('button', { name: 'Take this one' }).click();
  await expect
    .poll(async () => (await toldOf(page)).request, PATIENCE)
    .toEqual(patientDraw({ ...PATIENT_WISH, condition }, seed));
  await placeReach(page, 'running');
}

/** What the screen tells of its image; waits for the first image of a page that has only just opened. */
export async function toldOf(page: Page): Promise<Told> {
  const screen = page.locator('#screen');
  await expect(screen).toHaveAttribute('data-image', /./, PATIENCE);
  return JSON.parse((await screen.getAttribute('data-image'))!) as Told;
}

/** Freezes by the button and gives what is on the screen. */
export async function freeze(page: Page): Promise<Told> {
  await page.getByRole('button', { name: /^Freeze/ }).click();
  await placeReach(page, 'frozen');
  return toldOf(page);
}

export async function scanOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Scan on/ }).click();
  await placeReach(page, 'running');
}

/** The truth of a frozen image, made once more here. */
export function truthOf({ request, shot }: Told) {
  return livePatientFrame(livePatientOpen(request), shot, IMAGE_PX);
}

/** What is on the screen between the probe's face and the bottom of the image, as PNG. */
export async function imageShown(page: Page, told: Told): Promise<Buffer> {
  const toWindow = await layoutOf(page);
  const { depthMm } = told.shot.controls;
  const start = toWindow({ x: -depthMm / 4, y: 0 });
  const end = toWindow({ x: depthMm / 4, y: depthMm });
  return page.screenshot({ clip: { ...start, width: end.x - start.x, height: end.y - start.y } });
}

/** A number whose patient, so ailing, shows this sign on the middle line where the probe is put first. */
export function seedShowing(condition: PatientCondition, sign: MModeSign): number {
  for (let seed = 1; seed < 60; seed++) {
    const request = patientDraw({ ...PATIENT_WISH, condition }, seed);
    const shot = { pose: POSE_START, controls: scanPreset('lung'), timeMs: 0 };
    const { truth } = truthOf({ request, shot });
    const span = truth.scan?.mMode.find(({ from, to }) => from < -0.1 && to > 0.1);
    if (span?.shows === sign) return seed;
  }
  throw new Error(`No patient with ${condition} shows ${sign} there.`);
}

/** Puts the probe on the middle of a zone, by a press on the drawn chest. */
export async function probePut(page: Page, zone: Zone): Promise<void> {
  const side = sideFollow('front', zone.centre);
  await page.locator(`input[name=side][value=${side}]`).check({ force: true });
  const torso = page.getByTestId('torso');
  const { x, y } = placeDraw(side, zone.centre);
  const point = await torso.evaluate(
    (svg: SVGSVGElement, at) => {
      const { x: left, y: top } = new DOMPoint(at.x, at.y).matrixTransform(svg.getScreenCTM()!);
      return { x: left, y: top };
    },
    { x, y },
  );
  await page.mouse.click(point.x, point.y);
}
