import { describe, expect, test } from 'vitest';
import { CodedError } from '../../../../../src/domain/errors/coded-error.ts';
import { difficultyLevel } from '../../../../../src/domain/learning/difficulty-levels.ts';
import { itemDraw } from '../../../../../src/simulator/exam/item/item-draw.ts';
import { itemImageOpen, itemMeasure } from '../../../../../src/simulator/exam/item/item-measure.ts';

const TRIES = 60;
const FAINT = { skill: 'b_line.find', level: 'hard', isNormal: false } as const;
const NONE = { skill: 'b_line.find', level: 'easy', isNormal: true } as const;

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

describe('an item of a stated difficulty', () => {
  test('shows what is asked for, as hard as was asked; the same seed gives the same item', () => {
    const item = itemDraw(FAINT, 1, TRIES);
    const image = itemMeasure(itemImageOpen(item.request), 'b_line');
    expect(image.asked).toBeGreaterThan(0);
    expect(image.measured).toEqual(item.measured);
    expect(difficultyLevel('b_line', false, item.measured)).toBe('hard');
    expect(itemDraw(FAINT, 1, TRIES)).toEqual(item);
  });

  test('a normal shows nothing of it', () => {
    const item = itemDraw(NONE, 2, TRIES);
    expect(itemMeasure(itemImageOpen(item.request), 'b_line').isNormal).toBe(true);
    expect(item.measured).toMatchObject({ contrastDb: 0, sizeMm: 0, look: 'clean' });
  });

  test('is never of an exam that was used', () => {
    const { request } = itemDraw(NONE, 2, TRIES);
    const other = itemDraw(NONE, 2, TRIES, new Set([request.seed]));
    expect(other.request.seed).not.toBe(request.seed);
  });

  test('to tell apart, a normal shows what it is taken for', () => {
    const wanted = { skill: 'pleural_effusion.tell_apart', level: 'hard', isNormal: true } as const;
    const { request, measured } = itemDraw(wanted, 3, TRIES);
    expect(request.pattern).toBe('consolidation');
    expect(measured.distractors).toBeGreaterThan(0);
  });

  test('where no exam fits, says so with the number of tries', () => {
    const error = caught(() => itemDraw(FAINT, 1, 0));
    expect(error).toBeInstanceOf(CodedError);
    expect(error).toMatchObject({ code: 'no_item', fact: { code: 'itemNotDrawn', tries: 0 } });
  });

  test('there is no image without ribs', () => {
    expect(
      caught(() => itemDraw({ skill: 'rib.find', level: 'easy', isNormal: true }, 1, TRIES)),
    ).toBeInstanceOf(RangeError);
  });
});
