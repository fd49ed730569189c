import type { Medicine } from '../medicine/medicine.ts';
import { termsOf, termsWithout } from '../medicine/term.ts';
import { idsAssign } from './resolve-ways.ts';
import { MARK_ERRORS } from './scenario.ts';
import type { OuterStepFile, RoundStepFile, ScenarioFile } from './schema.ts';
import type { ScenarioPath } from './schema-keys.ts';

/** A text that states something of medicine without saying by whose word. */
export interface TextWithoutSource {
  /** The step's id and the way to the text in it, counted from 1: `rounds/mark/hints/2/text`. */
  readonly id: string;
  readonly path: ScenarioPath;
  /** The terms that no statement it names speaks of; none where it names nothing at all. */
  readonly terms: readonly string[];
}

/** The keys under which a learner reads a text. Titles of images are names, and no part of this. */
export const TEXT_KEYS: readonly string[] = [
  'title',
  'summary',
  'text',
  'ask',
  'explain',
  'label',
  'why',
  'say',
  ...MARK_ERRORS,
  'key_points',
];

/** These always teach, whatever their words. */
const TEACHING_KEYS: readonly string[] = ['explain', 'why', ...MARK_ERRORS];
const TEACHING_STEPS: readonly string[] = ['briefing', 'debrief'];
const TEACHING_IN_STEPS: readonly string[] = ['text', 'key_points'];

/** The surroundings of a text. `says`: what the statements say that the nearest `sources` names; null for `none`. */
interface Around {
  readonly id: string;
  readonly kind: string;
  readonly says: readonly string[] | null;
}

/**
 * The texts of a valid file that make a medical statement and name no source. A text is held to make one if it is of a
 * kind that teaches or uses a medical term, unless `sources: none` stands beside it; its sources are those beside it,
 * or else those of what it is part of, and together they have to speak of every term that it uses.
 */
export function textsWithoutSource(file: ScenarioFile, medicine: Medicine): readonly TextWithoutSource[] {
  const { steps, ...head } = file;
  const outer = idsAssign(steps, [], new Set(), []);
  const stepTexts = (step: OuterStepFile | RoundStepFile, path: ScenarioPath, id: string) =>
    textsFind(step, path, { id, kind: step.step, says: [] }, medicine);
  return [
    ...textsFind(head, [], { id: '', kind: '', says: [] }, medicine),
    ...steps.flatMap((step, i) => {
      const path = ['steps', i];
      if (step.step !== 'rounds') return stepTexts(step, path, outer[i]!);
      const inner = idsAssign(step.steps, [], new Set(outer), []);
      return [
        ...step.images.flatMap(({ id, key }, k) => {
          const around = { id: `${outer[i]}/${id}`, kind: '', says: [] };
          return textsFind({ key: key ?? {} }, [...path, 'images', k], around, medicine);
        }),
        ...step.steps.flatMap((one, j) => stepTexts(one, [...path, 'steps', j], `${outer[i]}/${inner[j]}`)),
      ];
    }),
  ];
}

function textsFind(
  part: object,
  path: ScenarioPath,
  around: Around,
  medicine: Medicine,
): readonly TextWithoutSource[] {
  const says = saysOf(part, around, medicine);
  return Object.entries(part).flatMap(([key, value]): readonly TextWithoutSource[] => {
    const isList = Array.isArray(part);
    const at = [...path, isList ? Number(key) : key];
    const id = [...(around.id === '' ? [] : [around.id]), isList ? String(Number(key) + 1) : key].join('/');
    const textKey = isList ? path.at(-1) : key;
    if (typeof value === 'string') {
      if (typeof textKey !== 'string' || !TEXT_KEYS.includes(textKey) || says === null) return [];
      return textCheck(value, { ...around, id, says }, textKey, at);
    }
    if (typeof value !== 'object' || value === null || key === 'sources') return [];
    // A part that states nothing vouches for nothing within it.
    return textsFind(
      value,
      at,
      { ...around, id, says: Array.isArray(value) ? says : (says ?? []) },
      medicine,
    );
  });
}

function saysOf(part: object, around: Around, { statements }: Medicine): readonly string[] | null {
  const sources: unknown = 'sources' in part ? part.sources : undefined;
  if (sources === 'none') return null;
  if (!Array.isArray(sources)) return around.says;
  return sources.flatMap((id) => statements.get(id)?.says ?? []);
}

function textCheck(
  text: string,
  { id, kind, says }: Around,
  key: string,
  path: ScenarioPath,
): readonly TextWithoutSource[] {
  const teaches =
    TEACHING_KEYS.includes(key) || (TEACHING_STEPS.includes(kind) && TEACHING_IN_STEPS.includes(key));
  if (!teaches && termsOf(text).length === 0) return [];
  const isBare = says === null || says.length === 0;
  const terms = isBare ? [] : termsWithout(text, says);
  return isBare || terms.length > 0 ? [{ id, path, terms }] : [];
}
