import { expect, test } from 'vitest';
import type { QuestionStep } from '../../../../src/domain/scenario/scenario.ts';
import { stepInstruction, stepSaid } from '../../../../src/pages/play/step-text.ts';

const ASKED: QuestionStep = {
  kind: 'question',
  id: 'one/question',
  imageId: 'one',
  next: [],
  ask: 'What does the lung show?',
  reply: {
    kind: 'choice',
    answer: { from: 'pattern' },
    options: [{ value: 'a_lines', label: 'A-lines', why: null }],
  },
  explain: 'So.',
  hints: [],
  weight: 1,
};
const CHEST = { ...ASKED.reply, answer: { from: 'blue_profile' } } as QuestionStep['reply'];

const told = (step: QuestionStep, isAnswered = false): string => stepInstruction(step, null, isAnswered, 0);

test('a question about an image sends the eye to it', () => {
  expect(told(ASKED)).toBe('Look at the image and answer.');
  expect(told(ASKED, true)).toBe('Compare with the image, then go on.');
});

test('what is read out has one mark at the end of a question', () => {
  expect(stepSaid(ASKED, 'Look.')).toBe('What does the lung show? Look.');
  expect(stepSaid({ kind: 'freeze', id: 'f', imageId: 'one', next: [] } as never, 'Press.')).toBe(
    'Freeze the image. Press.',
  );
});

test('a question about what moves does not send the eye to an image that stands still', () => {
  const sliding = { ...ASKED.reply, answer: { from: 'sliding' } } as QuestionStep['reply'];
  expect(told({ ...ASKED, reply: sliding })).toBe('Answer by what you saw while the image moved.');
  expect(told({ ...ASKED, reply: sliding }, true)).toBe('Read why, then go on.');
});

test('a question that is not about the image on the screen says so', () => {
  const known = { ...ASKED, imageId: null };
  expect(told(known)).toBe('Answer by what you know: this is not about the image on the screen.');
  expect(told(known, true)).toBe('Read why, then go on.');
  expect(told({ ...ASKED, reply: CHEST })).toBe('Put together what you read in the zones, and answer.');
  expect(told({ ...ASKED, reply: CHEST }, true)).toBe('Read why, then go on.');
});
