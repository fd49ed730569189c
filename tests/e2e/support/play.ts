import { expect, type Locator, type Page } from '@playwright/test';
import { keyChoose } from '../../../src/domain/grading/key.ts';
import { answerExpected } from '../../../src/domain/scenario/answer.ts';
import type { QuestionStep, Scenario } from '../../../src/domain/scenario/scenario.ts';
import { imageOf, marksDraw, PATIENCE } from './screen.ts';
import { type KnownImage, scenarioIdOf } from './truth.ts';

/** What the panel beside the image is about. */
export type PanelName =
  | 'Briefing'
  | 'Observe'
  | 'Scan'
  | 'Not yet'
  | 'Freeze'
  | 'Marking'
  | 'Question'
  | 'Proposals'
  | 'Feedback'
  | 'Debrief'
  | 'Result';

/** Panels of a whole patient, through which `panelPass` knows no way. */
type SurveyPanelName = 'Survey' | 'Zone' | 'Report';

const PANELS = /^(Briefing|Observe|Scan|Not yet|Freeze|Marking|Question|Proposals|Feedback|Debrief|Result)$/;

/** Waits until one of the game's panels is there and gives its name. */
export async function panelNow(page: Page): Promise<PanelName> {
  const panel = page.locator('.panel-body');
  let name = '';
  const read = async (): Promise<string> => {
    name = (await panel.getAttribute('aria-label')) ?? '';
    return name;
  };
  await expect.poll(read, PATIENCE).toMatch(PANELS);
  return name as PanelName;
}

/** Waits until the panel is the one that is meant: on the way to it others may stand for a moment. */
export async function panelIs(page: Page, name: PanelName | SurveyPanelName): Promise<void> {
  await expect(page.locator('.panel-body')).toHaveAttribute('aria-label', name, PATIENCE);
}

/** Presses a button of the panel and waits until the panel is another one, or shows another text. */
export async function goOn(page: Page, name: RegExp | string): Promise<void> {
  const before = await page.locator('.panel-body').innerText();
  const progress = await page.getByTestId('progress').innerText();
  const button = page.getByRole('button', { name });
  await expect(button).toBeEnabled(PATIENCE);
  await button.click();
  await expect
    .poll(async () => {
      if ((await page.getByTestId('progress').innerText()) !== progress) return true;
      return (await page.locator('.panel-body').innerText()) !== before;
    }, PATIENCE)
    .toBe(true);
}

/** Opens a shipped scenario by its title, in whichever language. */
export async function scenarioStart(page: Page, title: string): Promise<void> {
  const id = scenarioIdOf(title);
  await page.goto('/');
  await page.goto(`/#/play/${id}`);
  await panelNow(page);
}

/** How many lessons of a scenario's course show a best score, on the course's page, to which one goes from the first page. */
export async function bestScoresShown(page: Page, { course }: Pick<Scenario, 'course'>): Promise<Locator> {
  await page.getByRole('link', { name: 'Batsign, home' }).click();
  await page.locator(`a[href="#/course/${course}"]`).click();
  await expect(page.locator('.scenario-card').first()).toBeVisible(PATIENCE);
  return page.locator('.scenario-best strong');
}

/** Goes on by real clicks until the wanted panel is reached; questions on the way are answered rightly. */
export async function panelReach(page: Page, wanted: PanelName, scenario: Scenario): Promise<void> {
  for (let now = await panelNow(page); now !== wanted; now = await panelNow(page)) {
    await panelPass(page, now, scenario);
  }
}

/** Leaves a panel by its own button, without marks. */
export async function panelPass(page: Page, now: PanelName, scenario: Scenario): Promise<void> {
  switch (now) {
    case 'Freeze':
      return goOn(page, /^Freeze/);
    case 'Marking':
      return goOn(page, 'Hand in my marks');
    case 'Question':
      return questionAnswer(page, scenario);
    case 'Proposals':
      return goOn(page, /^(Skip this image|Go on)/);
    case 'Debrief':
      return goOn(page, 'Show my result');
    default:
      return goOn(page, 'Go on');
  }
}

/** Gives the answer that the truth (or the author) gives. */
async function questionAnswer(page: Page, scenario: Scenario): Promise<void> {
  const asked = await page.locator('.panel-body h2').innerText();
  const step = scenario.steps.find(
    (one): one is QuestionStep => one.kind === 'question' && one.ask === asked.trim(),
  );
  if (step === undefined) throw new Error(`No step asks: ${asked}`);
  const known = step.imageId === null ? null : await imageOf(page);
  const answer = answerExpected(step.reply, known === null ? null : factsOf(known));
  if (answer === null) throw new Error(`No answer to: ${asked}`);
  if (step.reply.kind === 'choice') {
    await page.locator(`input[name=reply][value=${answer.value}]`).check({ force: true });
  } else {
    await page.getByRole('spinbutton').fill(String(Math.round(Number(answer.value))));
  }
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByTestId('reply-score')).toHaveAttribute('data-score', '100');
  await goOn(page, 'Go on');
}

function factsOf(known: KnownImage) {
  return { truth: known.truth, key: keyChoose({ truth: known.mask, network: null }).key };
}

/** Draws the right marks on the next image that is to be marked. */
export async function imageMark(page: Page, scenario: Scenario): Promise<void> {
  await panelReach(page, 'Marking', scenario);
  const { marks, frame } = await imageOf(page);
  expect(await marksDraw(page, marks, frame.sector)).toBeGreaterThan(0);
}

/** Hands in the right marks, and sees them graded as that. */
export async function marksPass(page: Page, scenario: Scenario): Promise<void> {
  await panelPass(page, 'Marking', scenario);
  await panelIs(page, 'Feedback');
  expect(await scoreShown(page)).toBeGreaterThanOrEqual(90);
}

/** The score on the feedback panel. */
export async function scoreShown(page: Page): Promise<number> {
  const score = page.getByTestId('score');
  await expect(score).toBeVisible(PATIENCE);
  return Number(await score.getAttribute('data-score'));
}
