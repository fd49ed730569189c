import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ROOT } from '../../scripts/lib/root.mjs';
import {
  NETWORK_FILES,
  NETWORK_FORMAT,
  type NetworkAbout,
} from '../../src/domain/adaptation/network-file.ts';
import { sha256Hex } from '../../src/domain/digest/sha256.ts';
import type { Truth } from '../../src/domain/frame/frame.ts';
import { maskResample } from '../../src/domain/frame/mask.ts';
import { sectorFit } from '../../src/domain/geometry/sector.ts';
import { marksFromTruth } from '../../src/domain/marks/from-truth.ts';
import type { PatientRequest } from '../../src/domain/scan/patient-request.ts';
import { ZONE_SETS, zoneFind, zonePose, zonesOf } from '../../src/domain/scan/zones.ts';
import { answerExpected } from '../../src/domain/scenario/answer.ts';
import { truthFacts } from '../../src/domain/scenario/answer-facts.ts';
import { goalGap } from '../../src/domain/scenario/goal.ts';
import { lineSignRead } from '../../src/domain/scenario/in-view.ts';
import type { QuestionStep, Scenario, ScenarioStep } from '../../src/domain/scenario/scenario.ts';
import { archiveWrite } from '../../src/formats/zip/archive-write.ts';
import { VIEW_START } from '../../src/parts/session/machine/scenario-context.ts';
import { adaptedMake } from '../support/adapted-make.ts';
import { axeCheck } from './support/accessible.ts';
import { pictureMake } from './support/clip.ts';
import { cameraFake, setUp } from './support/live.ts';
import { goOn, panelIs, scenarioStart, scoreShown } from './support/play.ts';
import { probePut, toldOf, truthOf } from './support/scan.ts';
import { marksDraw, PATIENCE } from './support/screen.ts';
import { scenarioRead } from './support/truth.ts';

test.describe.configure({ timeout: 300_000 });

/** Side of the raster that the game grades on. */
const GRADING_PX = 256;

/** The steps of the image that shows a patient. */
function stepsOf({ images, steps }: Scenario, request: PatientRequest): readonly ScenarioStep[] {
  const image = images.find(
    ({ source }) => source.kind === 'patient' && JSON.stringify(source.request) === JSON.stringify(request),
  );
  return steps.filter(({ imageId }) => imageId === image?.id);
}

/** Puts the probe on the first zone where the step's goal is met, and gives its name. */
async function zoneReach(page: Page, scenario: Scenario): Promise<string> {
  const { request } = await toldOf(page);
  const step = stepsOf(scenario, request).find((one) => one.kind === 'scan');
  if (step?.kind !== 'scan') throw new Error('No step scans this patient.');
  const found = zonesOf(step.zones ?? ZONE_SETS[0]).find((zone) => {
    const pose = zonePose(zone);
    const { truth } = truthOf({ request, shot: { pose, controls: VIEW_START.controls, timeMs: 2000 } });
    return goalGap(step.goal, step.zones, pose, truth) === null;
  });
  if (found === undefined) throw new Error('No zone meets the goal in its middle.');
  // Finding the place is the task: nothing on the page does it.
  await expect(page.getByRole('combobox', { name: 'Probe on' })).toHaveCount(0);
  await probePut(page, found);
  await expect(page.getByTestId('zone-under')).toHaveAttribute('data-zone', found.id);
  return found.id;
}

/** The truth of the patient under the probe that stands in a zone's middle. */
async function truthOn(page: Page, zoneId: string): Promise<Truth> {
  const { request } = await toldOf(page);
  const pose = zonePose(zoneFind(zoneId)!);
  return truthOf({ request, shot: { pose, controls: VIEW_START.controls, timeMs: 0 } }).truth;
}

/** Puts the M-mode on a line, waits until it has run long enough, and says what it shows. */
async function mModeAnswer(page: Page, truth: Truth, lateral: number): Promise<string> {
  const percent = 2 * Math.round(50 * lateral);
  await page.getByRole('slider', { name: 'Line' }).fill(String(percent));
  const shown = lineSignRead(truth, percent / 100);
  await page.locator(`input[name=reply][value=${shown}]`).check({ force: true });
  await page.getByRole('button', { name: 'Answer' }).click(PATIENCE);
  await expect(page.getByTestId('reply-score')).toHaveAttribute('data-score', '100', PATIENCE);
  await expect(page.getByTestId('m-line')).toBeAttached();
  await goOn(page, 'Go on');
  return String(shown);
}

/** Gives the answer that the truth of the frozen image gives; `score`: empty where it is not scored. */
async function truthAnswer(page: Page, scenario: Scenario, score = '100'): Promise<void> {
  const asked = (await page.locator('.panel-body h2').innerText()).trim();
  const told = await toldOf(page);
  const outside = scenario.steps.filter(({ imageId }) => imageId === null);
  const step = [...stepsOf(scenario, told.request), ...outside].find(
    (one): one is QuestionStep => one.kind === 'question' && one.ask === asked,
  );
  if (step === undefined) throw new Error(`No step asks: ${asked}`);
  const facts = step.imageId === null ? null : truthFacts(truthOf(told).truth);
  const value = answerExpected(step.reply, facts)?.value;
  if (step.reply.kind === 'choice') {
    await page.locator(`input[name=reply][value=${value}]`).check({ force: true });
  } else {
    await page.getByRole('spinbutton').fill(String(Math.round(Number(value))));
  }
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByTestId('reply-score')).toHaveAttribute('data-score', score, PATIENCE);
  await goOn(page, 'Go on');
}

test('Is the lung sliding? Seashore, barcode and a lung point, each on a line of the M-mode', async ({
  page,
}) => {
  const scenario = scenarioRead('is-the-lung-sliding');
  await scenarioStart(page, scenario.title);
  await goOn(page, 'Go on');
  const signs: string[] = [];
  for (let patient = 0; patient < 2; patient++) {
    await panelIs(page, 'Observe');
    await goOn(page, 'Go on');
    await panelIs(page, 'Question');
    if (patient === 0) await axeCheck(page);
    signs.push(await mModeAnswer(page, await truthOn(page, 'R1'), 0));
  }
  await goOn(page, 'Go on');
  await panelIs(page, 'Scan');
  const zoneId = await zoneReach(page, scenario);
  await page.getByRole('button', { name: /^Freeze/ }).click();
  await expect(page.getByRole('slider', { name: 'Line' })).toBeVisible(PATIENCE);
  await expect(page.getByTestId('instruction')).toContainText('You found it.');
  const truth = await truthOn(page, zoneId);
  const edge = truth.scan!.mMode.find(({ shows }) => shows === 'lung_point')!;
  signs.push(await mModeAnswer(page, truth, (edge.from + edge.to) / 2));
  expect(signs).toEqual(['seashore', 'barcode', 'lung_point']);

  await truthAnswer(page, scenario);
  await panelIs(page, 'Debrief');
  await goOn(page, 'Show my result');
  await expect(page.getByTestId('run-score')).toHaveAttribute('data-score', '100', PATIENCE);
});

test('the sick zone among six BLUE points: what a wrong place shows, and the place after a reload', async ({
  page,
}) => {
  const scenario = scenarioRead('find-the-sick-zone');
  await scenarioStart(page, scenario.title);
  await goOn(page, 'Go on');
  await panelIs(page, 'Scan');
  await axeCheck(page);

  await page.getByRole('button', { name: /^Freeze/ }).click();
  await panelIs(page, 'Not yet');
  await axeCheck(page);
  const sentences = await page.getByTestId('miss').allInnerTexts();
  expect(sentences.join(' ')).toContain('Right upper BLUE point');
  expect(sentences.join(' ')).toContain('In view: ribs, the pleural line');
  expect(sentences.join(' ')).not.toMatch(/PLAPS|consolidat/i);
  await page.getByRole('button', { name: 'Scan on' }).click();
  await expect(page.getByTestId('attempts')).toHaveText('2 freezes left.', PATIENCE);

  const zoneId = await zoneReach(page, scenario);
  await page.getByRole('slider', { name: 'Tilt' }).fill('2');
  // The probe rests, and its place is kept.
  await expect.poll(() => tiltStored(page), PATIENCE).toBeCloseTo((2 * Math.PI) / 180, 3);
  await page.reload();
  await panelIs(page, 'Scan');
  await expect(page.getByTestId('zone-under')).toHaveAttribute('data-zone', zoneId, PATIENCE);
  await expect(page.getByRole('slider', { name: 'Tilt' })).toHaveValue('2');
  await expect(page.getByTestId('attempts')).toHaveText('2 freezes left.');

  await page.getByRole('button', { name: /^Freeze/ }).click();
  await panelIs(page, 'Question');
  const before = await toldOf(page);
  await page.reload();
  await panelIs(page, 'Question');
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', /^\d+$/, PATIENCE);
  expect(await toldOf(page)).toEqual(before);
  await truthAnswer(page, scenario);
  await truthAnswer(page, scenario);

  await panelIs(page, 'Marking');
  const { frame, truth } = truthOf(await toldOf(page));
  const mask = maskResample(truth.mask, sectorFit(frame.sector, GRADING_PX), GRADING_PX);
  expect(await marksDraw(page, marksFromTruth(truth, mask), frame.sector)).toBeGreaterThan(0);
  await goOn(page, 'Hand in my marks');
  await panelIs(page, 'Feedback');
  expect(await scoreShown(page)).toBeGreaterThanOrEqual(85);
  await goOn(page, 'Go on');

  // The second patient is given up: the place is shown, and the questions are about it all the same.
  await panelIs(page, 'Scan');
  await page.getByRole('button', { name: 'Skip: show me the place' }).click();
  await expect(page.getByTestId('instruction')).toContainText('Here it is.', PATIENCE);
  // The place is drawn and named before anything is asked about it.
  await expect(page.getByRole('heading', { name: 'Here it is' })).toBeVisible();
  await expect(page.getByTestId('place')).toContainText('Right lower BLUE point');
  await expect(page.locator('.torso-zone[data-lit=true] .torso-name')).toHaveText('Right lower BLUE point');
  await axeCheck(page);
  await goOn(page, 'Go on');
  // Where it is was shown, so that it is asked for and not scored.
  await truthAnswer(page, scenario, '');
  for (let question = 0; question < 2; question++) await truthAnswer(page, scenario);
  await goOn(page, 'Show my result');
  const score = Number(await page.getByTestId('run-score').getAttribute('data-score'));
  expect(score).toBeGreaterThan(60);
  expect(score).toBeLessThan(90);
});

/** Tilt of the probe in what is kept for a reload. */
function tiltStored(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('batsign');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('places').objectStore('places').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result[0]?.state?.view?.pose?.tiltRad ?? Number.NaN);
          };
        };
      }),
  );
}

/** The network of the game as the file of an adapted one: who grades has to be said, whatever it learnt. */
async function adaptedFile(name: string): Promise<Buffer> {
  const { about, ...model } = NETWORK_FILES;
  const files = Object.values(model).map((path) => ({
    path,
    bytes: new Uint8Array(readFileSync(join(ROOT, 'models', path))),
  }));
  const listed = files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) }));
  const said: NetworkAbout = { format: NETWORK_FORMAT, name, facts: adaptedMake().facts, files: listed };
  const contents = files.map(({ path, bytes }) => ({ path, content: new Blob([bytes]) }));
  const zip = await archiveWrite([{ path: about, content: new Blob([JSON.stringify(said)]) }, ...contents]);
  return Buffer.from(await zip.arrayBuffer());
}

test('whatever machine is plugged in: set up once, and a network bound to it, then two images frozen, marked and graded', async ({
  page,
}) => {
  const scenario = scenarioRead('bat-sign-on-your-phantom');
  const { marks, frame, depthMm } = pictureMake();
  await cameraFake(page);
  await page.goto('/#/live');
  await page.getByRole('button', { name: 'Switch the camera on' }).click(PATIENCE);
  await setUp(page, { depthMm });
  await expect(page.getByTestId('live-stage')).toHaveAttribute('data-mask-frame', /^\d+$/, PATIENCE);
  await page.goto('/#/adapt');
  const buffer = await adaptedFile('Our phantom');
  await page
    .getByLabel('File of an adapted network')
    .setInputFiles({ name: 'network.zip', mimeType: 'application/zip', buffer });
  const use = page.getByRole('button', {
    name: /^Use for: Live images of the machine with \d+ × \d+ pixels$/,
  });
  await use.click(PATIENCE);
  await expect(use).toHaveCount(0);
  await scenarioStart(page, scenario.title);
  await goOn(page, 'Go on');
  await page.getByRole('button', { name: 'Switch the camera on' }).click(PATIENCE);
  for (const _ of scenario.images) {
    await panelIs(page, 'Observe');
    await goOn(page, 'Go on');
    await panelIs(page, 'Freeze');
    await goOn(page, /^Freeze/);
    await panelIs(page, 'Marking');
    await marksDraw(page, marks, frame.sector);
    await goOn(page, 'Hand in my marks');
    await panelIs(page, 'Feedback');
    // The network alone grades, and it may be wrong: but marks of what is there cannot be worth nothing.
    expect(await scoreShown(page)).toBeGreaterThanOrEqual(40);
    await expect(
      page.getByText('This image was labelled by the adapted network "Our phantom".'),
    ).toBeVisible();
    await goOn(page, 'Go on');
  }
  await panelIs(page, 'Debrief');
  await goOn(page, 'Show my result');
  await expect(page.getByTestId('run-score')).toBeVisible(PATIENCE);
});
