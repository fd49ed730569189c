import { type ClassAnswer, itemKeyOf } from '../../domain/class-results/class-answers.ts';
import type { ClassItem } from '../../domain/class-results/class-items.ts';
import { madeItemRead } from '../../domain/class-results/made-item.ts';
import { SKILLS } from '../../domain/learning/skill.ts';
import type { ListedScenario } from '../../domain/scenario/listed-scenario.ts';
import { stepIsGraded } from '../../domain/scenario/scenario.ts';
import { scenarioFind } from '../../parts/handed/attempts-hand.ts';
import { stepName } from '../../parts/handed/step-name.ts';
import type { Services } from '../../parts/services.ts';
import { attemptTitle } from '../../parts/session/attempt-title.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';

/** Names of the steps of scenarios that this game has, in the language of the page, by `itemKeyOf`. */
export type StepNames = ReadonlyMap<string, string>;

/** @param scenarioIds of what the class played; those that this game has not are left out */
export async function stepNamesLoad(
  load: Services['scenarioLoad'],
  scenarioIds: readonly string[],
): Promise<StepNames> {
  const names = new Map<string, string>();
  for (const id of scenarioIds) {
    const scenario = await scenarioFind(load, id);
    if (scenario === null || scenario.policy !== 'course') continue;
    for (const step of scenario.steps) {
      if (stepIsGraded(step)) names.set(`${id}\n${step.id}`, stepName(scenario, step));
    }
  }
  return names;
}

/**
 * The name of an answer's item: of one that was made what it asks for, of one that somebody wrote as this game calls it, else as the
 * learner's did, which codes leave out.
 */
export function answerName(one: ClassAnswer, names: StepNames): string {
  const { item, title } = one.answer;
  const made = madeItemRead(item);
  const skill = SKILLS.find((known) => known === made?.skill);
  if (made === null || skill === undefined) return names.get(itemKeyOf(one)) ?? (title === '' ? item : title);
  const level = say(`classroom.item.level.${made.level ?? 'any'}`);
  const facts = { skill: skillName(skill), level };
  const name = made.isNormal ? say('classroom.item.madeWithout', facts) : say('classroom.item.made', facts);
  return made.place === 1 ? name : say('classroom.item.place', { item: name, place: made.place });
}

/** The name of an item. */
export function itemName({ answers }: ClassItem, names: StepNames): string {
  return answerName(answers.find(({ answer }) => answer.title !== '') ?? answers[0]!, names);
}

/** The title of an exercise as this game has it, else as the learner's called it. */
export function exerciseTitle(
  { scenarioId, title }: { readonly scenarioId: string; readonly title: string },
  scenarios: readonly ListedScenario[],
): string {
  const own = attemptTitle({ scenarioId }, scenarios);
  return own === scenarioId ? title : own;
}

/** The name of a learner, also of one who gave none. */
export function learnerNameOf({ name }: { readonly name: string }): string {
  return name === '' ? say('classroom.learners.nameless') : name;
}
