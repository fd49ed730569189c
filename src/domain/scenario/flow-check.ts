import { SURVEY_ANSWERS } from './answer-source.ts';
import type { PathProblem } from './problems.ts';
import { type QuestionStep, SCENARIO_END, type ScenarioStep } from './scenario.ts';
import type { ScenarioPath } from './schema-keys.ts';

/** A step with the place in the file that it came from. */
export interface PlacedStep {
  readonly step: ScenarioStep;
  readonly path: ScenarioPath;
  /** Of feedback: whether the file says that questions are to come before it. */
  readonly isLateMeant: boolean;
}

/**
 * Problems met when the steps are followed: steps never reached, ways that never end, and steps reached without what
 * they need (marks and computed answers need a frozen image, feedback needs marks), and marks that go uncorrected while
 * questions about their image are answered.
 */
export function flowProblems(placed: readonly PlacedStep[]): readonly PathProblem[] {
  const at = new Map(placed.map(({ step }, i) => [step.id, i] as const));
  return [...reachProblems(placed, at), ...endProblems(placed, at)];
}

/** Every step that can follow a step, as positions; `placed.length` is the end. */
function stepFollowers(
  step: ScenarioStep,
  position: number,
  end: number,
  at: ReadonlyMap<string, number>,
): readonly number[] {
  const targets = step.next.map(({ goto }) => (goto === SCENARIO_END ? end : (at.get(goto) ?? end)));
  const isClosed = step.next.at(-1)?.when === null;
  return isClosed ? targets : [...targets, position + 1];
}

const LATE_FEEDBACK =
  'Questions about this image come before the feedback on its marks, so that they are answered with wrong marks in mind: put the feedback first, or say that it is meant by after_questions: true.';

interface Situation {
  readonly position: number;
  readonly imageId: string | null;
  readonly isFrozen: boolean;
  readonly isMarked: boolean;
  readonly isSurveyed: boolean;
  /** `fresh`: marks wait for their feedback; `asked`: and a question about their image has come since. */
  readonly marks: 'none' | 'fresh' | 'asked';
}

function reachProblems(
  placed: readonly PlacedStep[],
  at: ReadonlyMap<string, number>,
): readonly PathProblem[] {
  const problems: PathProblem[] = [];
  const reached = new Set<number>();
  const seen = new Set<string>();
  const open: Situation[] = [
    { position: 0, imageId: null, isFrozen: false, isMarked: false, isSurveyed: false, marks: 'none' },
  ];
  for (let now = open.pop(); now !== undefined; now = open.pop()) {
    const here = placed[now.position];
    if (here === undefined) continue;
    const { step, path, isLateMeant } = here;
    const isSameImage = step.imageId === now.imageId;
    let isFrozen = isSameImage && now.isFrozen;
    let isMarked = isSameImage && now.isMarked;
    const isSurveyed = isSameImage && now.isSurveyed;
    let marks = isSameImage ? now.marks : 'none';
    const key = `${now.position} ${isFrozen} ${isMarked} ${isSurveyed} ${marks}`;
    if (seen.has(key)) continue;
    seen.add(key);
    reached.add(now.position);

    const need = stepNeed(step, { isFrozen, isMarked, isSurveyed });
    if (need !== null) problems.push({ path, sentence: need });
    if (step.kind === 'feedback' && marks === 'asked' && !isLateMeant)
      problems.push({ path, sentence: LATE_FEEDBACK });
    if (step.kind === 'observe') {
      isFrozen = false;
      isMarked = false;
    } else if (STOPPING.includes(step.kind)) {
      isFrozen = true;
      isMarked = false;
    } else if (step.kind === 'mark') {
      isMarked = true;
    }
    if (step.kind === 'mark') marks = 'fresh';
    else if (step.kind === 'question') marks = marks === 'fresh' ? 'asked' : marks;
    else if (step.kind !== 'briefing') marks = 'none';
    for (const position of stepFollowers(step, now.position, placed.length, at)) {
      const isSurveyDone = isSurveyed || step.kind === 'survey';
      open.push({ position, imageId: step.imageId, isFrozen, isMarked, isSurveyed: isSurveyDone, marks });
    }
  }
  for (const [i, { path, step }] of placed.entries()) {
    if (reached.has(i)) continue;
    const name = step.id.split('/').at(-1);
    problems.push({ path, sentence: `The step ${name} is never reached: lead to it or remove it.` });
  }
  return problems;
}

const NO_SURVEY = 'No zones were looked at yet: put a survey step of the same round before this one.';

function answerIsOfSurvey({ reply: { answer } }: QuestionStep): boolean {
  return typeof answer === 'object' && 'from' in answer && SURVEY_ANSWERS.includes(answer.from);
}

/** Steps that leave an image frozen. */
const STOPPING: readonly ScenarioStep['kind'][] = ['freeze', 'scan', 'm_mode', 'survey'];

function stepNeed(
  step: ScenarioStep,
  { isFrozen, isMarked, isSurveyed }: Pick<Situation, 'isFrozen' | 'isMarked' | 'isSurveyed'>,
): string | null {
  switch (step.kind) {
    case 'mark':
      return isFrozen
        ? null
        : 'Only a frozen image can be marked: put a freeze or scan step before this one.';
    case 'question':
      if (answerIsOfSurvey(step) && !isSurveyed) return NO_SURVEY;
      return step.imageId === null || isFrozen
        ? null
        : 'A question about an image needs it frozen: put a freeze or scan step before this one.';
    case 'proposals':
      return isFrozen
        ? null
        : 'Findings are proposed on a frozen image: put a freeze or scan step before this one.';
    case 'report':
      return isSurveyed ? null : NO_SURVEY;
    case 'feedback':
      return isMarked ? null : 'There are no marks to speak of yet: put a mark step before this one.';
    default:
      return null;
  }
}

/**
 * Branches with a condition can be taken only so often, so a run without end stays on the ways that are always
 * open: each step has one of these, and following it must come to the end.
 */
function endProblems(placed: readonly PlacedStep[], at: ReadonlyMap<string, number>): readonly PathProblem[] {
  const ends = new Set<number>([placed.length]);
  const problems: PathProblem[] = [];
  for (let start = 0; start < placed.length; start++) {
    const way: number[] = [];
    let position = start;
    while (!ends.has(position) && !way.includes(position)) {
      way.push(position);
      position = stepFollowers(placed[position]!.step, position, placed.length, at).at(-1)!;
    }
    if (!ends.has(position)) {
      const names = way.slice(way.indexOf(position)).map((i) => placed[i]!.step.id.split('/').at(-1));
      const { path } = placed[way.at(-1)!]!;
      const sentence = `From here the scenario never ends (${[...names, names[0]].join(' -> ')}): give the way back a condition, such as if_score_below.`;
      problems.push({ path, sentence });
    }
    for (const i of way) ends.add(i);
  }
  return problems;
}
