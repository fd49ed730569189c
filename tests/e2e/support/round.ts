import type { Page } from '@playwright/test';
import { keyChoose } from '../../../src/domain/grading/key.ts';
import { answerExpected } from '../../../src/domain/scenario/answer.ts';
import { lineSignRead } from '../../../src/domain/scenario/in-view.ts';
import type { Scenario, ScenarioStep } from '../../../src/domain/scenario/scenario.ts';
import { VIEW_START } from '../../../src/parts/session/machine/scenario-context.ts';
import { scenarioBuiltIn } from '../../../src/parts/session/practice.ts';
import { proposalsAccept, zoneAnswer, zoneFreeze, zoneTry } from './round-patient.ts';
import { truthOf } from './scan.ts';
import { imageOf, marksDraw, PATIENCE } from './screen.ts';

/** Whether the learner answers with what the simulator knows, or hands in a guess. */
export type RoundAnswers = 'right' | 'guessed';

/** What the panel of a round is about; `told`: the answer of a question, or what was right of the proposals. */
export type RoundPlace =
  | 'Observe'
  | 'Marking'
  | 'Question'
  | 'told'
  | 'Feedback'
  | 'Scan'
  | 'Not yet'
  | 'The place'
  | 'Proposals'
  | 'Survey'
  | 'Report'
  | 'Result'
  | 'Something failed';

/** The round that the page plays: all of it stands in its address. */
function roundOf(page: Page): Scenario {
  const [, id = ''] = /#\/play\/([^?]+)/.exec(page.url()) ?? [];
  const scenario = scenarioBuiltIn(decodeURIComponent(id));
  if (scenario === null) throw new Error(`No round is played at ${page.url()}.`);
  return scenario;
}

interface Shown {
  readonly place: RoundPlace;
  /** Which image it is, from 1; 0 in the result. */
  readonly item: number;
}

/** What the page shows as soon as it is something else than before. */
export async function roundShown(page: Page, before: Shown | null): Promise<Shown> {
  const shown = await page.waitForFunction(
    (last) => {
      const places = ['Observe', 'Marking', 'Question', 'Feedback', 'Result', 'Something failed'].concat([
        ...['Scan', 'Not yet', 'The place', 'Proposals', 'Survey', 'Report'],
      ]);
      const body = document.querySelector('.panel-body');
      const label = body?.getAttribute('aria-label') ?? '';
      if (!places.includes(label)) return null;
      const isTold =
        (label === 'Question' && body?.querySelector('#question') === null) ||
        (label === 'Proposals' && body?.querySelector('[data-testid=proposal-told]') !== null);
      const progress = document.querySelector('[data-testid=progress]')?.textContent ?? '';
      const place = isTold ? 'told' : label;
      const item = place === 'Result' ? 0 : Number(/^\d+/.exec(progress)?.[0]);
      return last !== null && place === last.place && item === last.item ? null : { place, item };
    },
    before,
    { timeout: 300_000, polling: 50 },
  );
  const told = (await shown.jsonValue()) as Shown;
  // What is held from outside would stay in the page.
  await shown.dispose();
  return told;
}

/** Answers, or goes on, by what the page shows, and gives what it shows then. */
export async function roundStep(page: Page, shown: Shown, answers: RoundAnswers): Promise<Shown> {
  const { place, item } = shown;
  if (place === 'Something failed') throw new Error(await page.locator('.panel-body').innerText());
  const steps = roundOf(page).steps.filter(({ imageId }) => imageId === `item-${item}`);
  const step =
    place === 'Question'
      ? steps.find(({ kind }) => kind === 'question' || kind === 'm_mode')
      : steps.find(({ kind }) => kind !== 'observe' && kind !== 'feedback');
  if (place === 'Marking') {
    if (answers === 'right') {
      const { marks, frame } = await imageOf(page);
      await marksDraw(page, marks, frame.sector);
    }
    await page.getByTestId('sure-3').click(PATIENCE);
  } else if (place === 'Question') {
    await questionReply(page, await replyOf(page, step, answers));
    const button =
      step?.kind === 'm_mode' ? page.getByRole('button', { name: 'Answer' }) : page.getByTestId('sure-3');
    await button.click(PATIENCE);
  } else if (place === 'Scan') {
    if (answers === 'right' && step?.kind === 'scan' && step.goal.zone !== null) {
      await zoneTry(page, step.goal.zone);
    } else await page.getByRole('button', { name: 'Skip: show me the place' }).click(PATIENCE);
  } else if (place === 'Not yet') {
    await page.getByRole('button', { name: 'Show me the place' }).last().click(PATIENCE);
  } else if (place === 'Proposals') {
    await proposalsAccept(page);
  } else if (place === 'Survey') {
    await surveyMake(page, answers);
  } else {
    await page.getByRole('button', { name: 'Go on' }).click(PATIENCE);
  }
  return roundShown(page, shown);
}

async function surveyMake(page: Page, answers: RoundAnswers): Promise<void> {
  const finish = page.getByRole('button', { name: 'Finish the survey' });
  while (answers === 'right' && !(await finish.isVisible())) {
    await zoneAnswer(page, (await zoneFreeze(page)).truth);
  }
  await page.getByRole('button', { name: /^Finish/ }).click(PATIENCE);
}

async function questionReply(page: Page, value: string): Promise<void> {
  const choice = page.locator(`input[name=reply][value="${value}"]`);
  if ((await choice.count()) > 0) await choice.check({ force: true });
  else await page.getByRole('spinbutton').fill(value);
}

async function replyOf(page: Page, step: ScenarioStep | undefined, answers: RoundAnswers): Promise<string> {
  if (step?.kind === 'm_mode') {
    if (answers === 'guessed') return step.options[0]!.value;
    const source = roundOf(page).images.find(({ id }) => id === step.imageId)?.source;
    if (source?.kind !== 'patient') throw new Error('M-mode is asked for on a patient.');
    const shot = { pose: step.start ?? VIEW_START.pose, controls: VIEW_START.controls, timeMs: 2000 };
    return String(lineSignRead(truthOf({ request: source.request, shot }).truth, 0));
  }
  if (step?.kind !== 'question') throw new Error(`No question is asked in ${step?.kind}.`);
  const { reply } = step;
  // The profile of a whole patient stands in no single image: it is guessed.
  const isOfImage =
    reply.kind !== 'choice' || !('from' in reply.answer) || reply.answer.from !== 'blue_profile';
  const known = answers === 'right' && isOfImage ? await imageOf(page) : null;
  const facts =
    known === null ? null : { truth: known.truth, key: keyChoose({ truth: known.mask, network: null }).key };
  const value = known !== null ? answerExpected(reply, facts)?.value : undefined;
  if (value !== undefined) return String(value);
  return reply.kind === 'choice' ? reply.options[0]!.value : '1';
}
