import { type ScenarioPath, valueAt } from '../scenario/schema-keys.ts';
import type { DraftEdit } from './draft-edit.ts';
import type { DraftParts } from './draft-parts.ts';

/** Questions that the guide puts in and takes out, each by the id of its step; of a choice there can be more. */
export const GUIDE_QUESTIONS = ['count', 'share', 'choice'] as const;
export type GuideQuestion = (typeof GUIDE_QUESTIONS)[number];

const STEP_IDS: Readonly<Record<GuideQuestion, string>> = {
  count: 'count-b-lines',
  share: 'b-line-share',
  choice: 'own-question',
};

export interface QuestionTexts {
  readonly ask: string;
  readonly explain: string;
  /** Of a choice: the labels of its first two options. */
  readonly options: readonly [string, string];
}

/** A new question as its file has it. */
function questionFile(question: GuideQuestion, id: string, { ask, explain, options }: QuestionTexts): object {
  const base = { step: 'question', id, ask };
  switch (question) {
    case 'count':
      return { ...base, number: { answer: 'b_line_count', min: 0, max: 15, half_credit_within: 1 }, explain };
    case 'share':
      return {
        ...base,
        number: {
          answer: 'blas_percent',
          min: 0,
          max: 100,
          unit: '%',
          tolerance: 10,
          half_credit_within: 20,
        },
        explain,
      };
    case 'choice':
      return {
        ...base,
        choice: {
          answer: 'a',
          options: [
            { value: 'a', label: options[0] },
            { value: 'b', label: options[1] },
          ],
        },
        explain,
      };
  }
}

/** Where in a draft a question of the guide stands; null where it is not asked. */
export function questionAt(
  values: unknown,
  { rounds }: DraftParts,
  question: GuideQuestion,
): ScenarioPath | null {
  const steps = rounds === null ? null : valueAt([...rounds, 'steps'], values);
  if (rounds === null || !Array.isArray(steps)) return null;
  const at = steps.findIndex((step) => valueAt(['id'], step) === STEP_IDS[question]);
  return at < 0 ? null : [...rounds, 'steps', at];
}

/** Asks a question about the frozen image before it is marked, so that the correction of marks does not give the answer away. */
export function questionAdd(
  parts: DraftParts,
  question: GuideQuestion,
  texts: QuestionTexts,
  id: string = STEP_IDS[question],
): readonly DraftEdit[] {
  const { rounds, freeze } = parts;
  if (rounds === null || freeze === null) return [];
  const path = [...rounds, 'steps', Number(freeze.at(-1)) + 1];
  return [{ path, value: questionFile(question, id, texts), isInserted: true }];
}
