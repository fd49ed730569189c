// The screens of what runs live, each on a page of its own: the virtual patient, a (faked) machine, and scenarios of both.
import { pictureMake } from '../../tests/e2e/support/clip.ts';
import { cameraFake, setUp } from '../../tests/e2e/support/live.ts';
import { goOn, panelNow, scenarioStart } from '../../tests/e2e/support/play.ts';
import { freeze, patientTake, scanOpen, tabOpen } from '../../tests/e2e/support/scan.ts';
import { marksDraw } from '../../tests/e2e/support/screen.ts';
import { scenarioRead } from '../../tests/e2e/support/truth.ts';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ page: Page, shoot: (screen: string) => Promise<unknown>, settle: (ms?: number) => Promise<void> }} Camera
 */

/** @param {Camera} camera */
async function patientShoot({ page, shoot, settle }) {
  await scanOpen(page);
  await settle();
  await shoot('scan-probe');
  await tabOpen(page, 'Machine');
  await settle(300);
  await shoot('scan-machine');
  await patientTake(page, 'interstitial', 3);
  await shoot('scan-patient');
  await tabOpen(page, 'Image');
  await page.keyboard.press('o');
  await page.getByRole('button', { name: 'M-mode' }).click();
  await settle(4000);
  await shoot('scan-m-mode');
  await page.getByRole('button', { name: 'M-mode' }).click();
  await freeze(page);
  await page.getByRole('button', { name: 'Show what is there' }).click();
  await settle(800);
  await shoot('scan-truth');
}

/** @param {Camera} camera */
async function machineShoot({ page, shoot, settle }) {
  await cameraFake(page);
  await page.goto('/#/live');
  await settle(800);
  await shoot('live-start');
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  let place = 0;
  const at = async () => {
    await settle(500);
    place += 1;
    await shoot(`live-set-up-${place}`);
  };
  await setUp(page, { depthMm: pictureMake().depthMm, at });
  await page.locator('[data-testid=live-stage][data-mask-frame]:not([data-mask-frame=""])').waitFor();
  await settle();
  await shoot('live');
  await page.locator('#screen').press('Space');
  await page.locator('.live[data-place=frozen]').waitFor();
  await settle();
  await shoot('live-frozen');
}

/** @param {Camera} camera */
async function handsOnShoot({ page, shoot, settle }) {
  await scenarioStart(page, scenarioRead('is-the-lung-sliding').title);
  await goOn(page, 'Go on');
  await panelNow(page);
  await goOn(page, 'Go on');
  await settle(4000);
  await shoot('question-m-mode');
  await page.goto('/');
  await scenarioStart(page, scenarioRead('find-the-sick-zone').title);
  await goOn(page, 'Go on');
  await settle();
  await shoot('scan-step');
  await page.getByRole('button', { name: /^Freeze/ }).click();
  await page.getByTestId('miss').first().waitFor();
  await settle(300);
  await shoot('scan-step-missed');
}

/** @param {Camera} camera */
async function ownMachineShoot({ page, shoot, settle }) {
  const { marks, frame, depthMm } = pictureMake();
  await cameraFake(page);
  await scenarioStart(page, scenarioRead('bat-sign-on-your-phantom').title);
  await settle(500);
  await shoot('machine-briefing');
  await goOn(page, 'Go on');
  await settle(500);
  await shoot('machine-start');
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await setUp(page, { depthMm });
  await panelNow(page);
  await settle();
  await shoot('machine-observe');
  await goOn(page, 'Go on');
  await goOn(page, /^Freeze/);
  await panelNow(page);
  await marksDraw(page, marks, frame.sector);
  await shoot('machine-marking');
  await goOn(page, 'Hand in my marks');
  await settle(2000);
  await shoot('machine-feedback');
}

export const LIVE_SCREENS = [patientShoot, machineShoot, handsOnShoot, ownMachineShoot];
