import { describe, expect, test } from 'vitest';
import { CodedError } from '../../../../../src/domain/errors/coded-error.ts';
import { difficultyLevel } from '../../../../../src/domain/learning/difficulty-levels.ts';
import { imageDraw, itemDraw } from '../../../../../src/simulator/exam/item/item-draw.ts';
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

describe('an image as a scenario wants it', () => {
  const request = { seed: 5, split: 'game', pattern: 'any', look: 'clean' } as const;

  test('shows what has to be found, and nothing of what it is to lack', () => {
    const wanted = { item: null, shows: ['a_line'], lacks: ['b_line', 'b_line_confluence'] } as const;
    const drawn = imageDraw(request, wanted);
    const image = itemImageOpen(drawn.request);
    expect(itemMeasure(image, 'a_line').asked).toBeGreaterThan(0);
    expect(itemMeasure(image, 'b_line').isNormal).toBe(true);
    expect(itemMeasure(image, 'b_line_confluence').isNormal).toBe(true);
    expect(drawn).toMatchObject({ measured: null, request: { pattern: 'any', look: 'clean' } });
    expect(imageDraw(request, wanted)).toEqual(drawn);
  });

  test('keeps what its author has set of an item', () => {
    const item = { skill: 'b_line.find', level: 'standard', isNormal: false } as const;
    const given = { seed: 6, split: 'game', pattern: 'b_lines', look: 'clinical', probe: 'convex' } as const;
    const drawn = imageDraw(given, { item, shows: [], lacks: [] });
    expect(drawn.request).toMatchObject({ pattern: 'b_lines', look: 'clinical', probe: 'convex' });
    expect(drawn.measured).not.toBeNull();
  });

  test('holds nothing larger than its author lets it, where one of any size would be large', () => {
    const given = { seed: 23770, split: 'game', pattern: 'effusion', look: 'clinical' } as const;
    const item = { skill: 'pleural_effusion.find', level: 'standard', isNormal: false } as const;
    const largest = (atMostMm?: number): number => {
      const wanted = { ...item, ...(atMostMm !== undefined && { atMostMm }) };
      const drawn = imageDraw(given, { item: wanted, shows: [], lacks: [] });
      return itemMeasure(itemImageOpen(drawn.request), 'pleural_effusion').largestMm;
    };
    expect(largest()).toBeGreaterThan(20);
    expect(largest(20)).toBeLessThanOrEqual(20);
  });

  test('is any exam where nothing is wanted of it', () => {
    const drawn = imageDraw(request, { item: null, shows: [], lacks: [] });
    expect(drawn.tries).toBe(1);
    expect(drawn.request.seed).not.toBe(5);
  });
});
