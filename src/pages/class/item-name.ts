import type { ClassItem } from '../../domain/class-results/class-items.ts';
import { madeItemRead } from '../../domain/class-results/made-item.ts';
import type { HandedAnswer } from '../../domain/class-results/results-file.ts';
import { SKILLS } from '../../domain/learning/skill.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';

/** The name of an answer's item: of one that was made what it asks for, else as the learner's game called it. */
export function answerName({ item, title }: Pick<HandedAnswer, 'item' | 'title'>): string {
  const made = madeItemRead(item);
  const skill = SKILLS.find((one) => one === made?.skill);
  if (made === null || skill === undefined) return title === '' ? item : title;
  const level = say(`classroom.item.level.${made.level ?? 'any'}`);
  const facts = { skill: skillName(skill), level };
  const name = made.isNormal ? say('classroom.item.madeWithout', facts) : say('classroom.item.made', facts);
  return made.place === 1 ? name : say('classroom.item.place', { item: name, place: made.place });
}

/** Of answers by code nobody knows the title: then that of one that has it. */
export function itemName({ answers }: ClassItem): string {
  const { answer } = answers.find((one) => one.answer.title !== '') ?? answers[0]!;
  return answerName(answer);
}

/** The name of a learner, also of one who gave none. */
export function learnerNameOf({ name }: { readonly name: string }): string {
  return name === '' ? say('classroom.learners.nameless') : name;
}
