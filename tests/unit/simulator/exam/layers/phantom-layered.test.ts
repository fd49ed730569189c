import { describe, expect, it } from 'vitest';
import {
  FINDING_INDEX,
  type FindingClass,
  MARKABLE_FINDINGS,
} from '../../../../../src/domain/findings/finding.ts';
import type { ImageLayers } from '../../../../../src/domain/scan/image-layers.ts';
import type { PhantomRequest } from '../../../../../src/domain/scan/phantom-request.ts';
import { examDraw } from '../../../../../src/simulator/exam/exam-draw.ts';
import { examLayered } from '../../../../../src/simulator/exam/layers/exam-layered.ts';
import { examTurned } from '../../../../../src/simulator/exam/layers/exam-turned.ts';
import { phantomLayered } from '../../../../../src/simulator/exam/layers/phantom-layered.ts';
import { type PhantomFrame, phantomFrame, phantomOpen } from '../../../../../src/simulator/exam/phantom.ts';

const REQUEST: PhantomRequest = {
  seed: 341,
  split: 'game',
  pattern: 'a_lines',
  probe: 'convex',
  depthMm: 120,
};
const SIZE = 192;
const INDEX = 4;

const base = phantomOpen(REQUEST);
const whole = phantomFrame(base, INDEX, SIZE);

function shown(layers: ImageLayers): PhantomFrame {
  return phantomFrame(phantomLayered(base, layers), INDEX, SIZE);
}

function pixels({ truth }: PhantomFrame, finding: FindingClass): number {
  return truth.mask.classes.filter((value) => value === FINDING_INDEX[finding]).length;
}

/** The findings of which the truth has at least a pixel. */
function seen(frame: PhantomFrame): readonly FindingClass[] {
  return MARKABLE_FINDINGS.filter((finding) => pixels(frame, finding) > 0);
}

/** Mean grey of the rows of an image from one share of its height to another, in the columns of its middle. */
function greyOf({ frame }: PhantomFrame, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let row = Math.floor(from * SIZE); row < to * SIZE; row++) {
    for (let column = 0.45 * SIZE; column < 0.55 * SIZE; column++) {
      sum += frame.grey[row * SIZE + Math.floor(column)]!;
      count++;
    }
  }
  return sum / count;
}

describe('without any layer', () => {
  it('the exam is the drawn one', () => {
    const exam = examDraw(REQUEST);
    expect(examLayered(exam, {})).toEqual(exam);
  });

  it('image and truth are those of the whole, byte for byte', () => {
    expect(shown({})).toEqual(whole);
  });

  it('they are so again after others were shown', () => {
    let last = base;
    for (const layers of [
      { eLine: true },
      { probe: 'linear' },
      { frequencyMhz: 2 },
      { isTurned: true },
    ] as const) {
      last = phantomLayered(base, layers, last);
      phantomFrame(last, INDEX, SIZE);
    }
    expect(phantomFrame(phantomLayered(base, {}, last), INDEX, SIZE)).toEqual(whole);
  });
});

describe('a layer that is left out', () => {
  it('the whole shows ribs, pleural line and A-lines', () => {
    expect(seen(whole)).toEqual(['rib', 'pleural_line', 'a_line']);
  });

  it('ribs take their shadows with them, and the pleural line behind them is seen', () => {
    const frame = shown({ ribs: false });
    expect(seen(frame)).toEqual(['pleural_line', 'a_line']);
    expect(pixels(frame, 'pleural_line')).toBeGreaterThan(1.2 * pixels(whole, 'pleural_line'));
  });

  it('without reverberation there is no A-line, and the rest is labelled as before', () => {
    const frame = shown({ reverberation: 0 });
    expect(seen(frame)).toEqual(['rib', 'pleural_line']);
    expect(pixels(frame, 'rib')).toBe(pixels(whole, 'rib'));
    expect(pixels(frame, 'pleural_line')).toBe(pixels(whole, 'pleural_line'));
  });

  it('without the mirror of the pleura there are no A-lines either', () => {
    expect(seen(shown({ pleura: false }))).toEqual(['rib']);
  });

  it('without tissue and fasciae the chest wall is black, and the lung stays', () => {
    const frame = shown({ tissue: false, fasciae: 0, ribs: false });
    expect(seen(frame)).toEqual(['pleural_line', 'a_line']);
    const top = frame.frame.sector.originPx.y / SIZE;
    expect(greyOf(frame, top + 0.02, top + 0.1)).toBeLessThan(greyOf(whole, top + 0.02, top + 0.1) / 4);
    expect(greyOf(frame, 0.6, 0.8)).toBeGreaterThan(15);
  });
});

describe('ring-down', () => {
  it.each([1, 2, 3, 4])('%i B-lines are as many in the truth', (bLines) => {
    const { truth } = shown({ bLines });
    expect(truth.bLines.map(({ confluent }) => confluent)).toEqual(Array(bLines).fill(false));
  });

  it('none leaves none, also of an exam that was drawn with some', () => {
    const drawn = phantomOpen({ ...REQUEST, pattern: 'b_lines', bLines: 3 });
    expect(pixels(phantomFrame(drawn, INDEX, SIZE), 'b_line')).toBeGreaterThan(0);
    const frame = phantomFrame(phantomLayered(drawn, { bLines: 0 }), INDEX, SIZE);
    expect(pixels(frame, 'b_line')).toBe(0);
    expect(pixels(frame, 'b_line_confluence')).toBe(0);
  });

  it('they are no more seen where they are faint', () => {
    expect(pixels(shown({ bLines: 3, bLineDb: -30 }), 'b_line')).toBe(0);
  });

  it('where they come near to each other they merge', () => {
    const { truth } = shown({ bLines: 5, bLineGapMm: 2.5 });
    expect(truth.bLines.map(({ confluent }) => confluent)).toEqual([true]);
  });

  it('neither a comet tail nor a Z- or E-line is a B-line', () => {
    expect(seen(shown({ cometTail: true, zLine: true, eLine: true }))).toEqual([
      'rib',
      'pleural_line',
      'a_line',
    ]);
  });
});

describe('a filling', () => {
  it.each([
    ['effusion', 'pleural_effusion', 'consolidation'],
    ['consolidation', 'consolidation', 'pleural_effusion'],
  ] as const)('%s is that alone, and grows with its thickness', (filling, is, isNot) => {
    const thin = shown({ filling, fillingMm: 15 });
    const thick = shown({ filling, fillingMm: 40 });
    expect(pixels(thin, is)).toBeGreaterThan(0);
    expect(pixels(thick, is)).toBeGreaterThan(1.5 * pixels(thin, is));
    expect(pixels(thick, isNot)).toBe(0);
  });

  it('none takes away what was drawn', () => {
    const drawn = phantomOpen({ ...REQUEST, pattern: 'effusion' });
    const frame = phantomFrame(phantomLayered(drawn, { filling: 'none' }), INDEX, SIZE);
    expect(pixels(frame, 'pleural_effusion')).toBe(0);
  });
});

describe('the scanner', () => {
  it('gain makes all brighter or darker', () => {
    expect(greyOf(shown({ gainDb: 12 }), 0.2, 0.9)).toBeGreaterThan(greyOf(whole, 0.2, 0.9) + 15);
    expect(greyOf(shown({ gainDb: -12 }), 0.2, 0.9)).toBeLessThan(greyOf(whole, 0.2, 0.9) - 15);
  });

  it('depth is that of the image', () => {
    expect(shown({ depthMm: 80 }).frame.sector.depthMm).toBe(80);
  });

  it('a higher frequency draws the pleural line thinner', () => {
    const [low, high] = [shown({ frequencyMhz: 2 }), shown({ frequencyMhz: 7 })];
    expect(pixels(low, 'pleural_line')).toBeGreaterThan(1.3 * pixels(high, 'pleural_line'));
  });

  it('a linear probe makes a rectangle', () => {
    expect(shown({ probe: 'linear', depthMm: 80 }).frame.sector.kind).toBe('linear');
  });

  it('a turned probe changes left and right, and turned once more all is as before', () => {
    const exam = examLayered(base.exam, { organ: 'liver', bLines: 2, zLine: true, eLine: true });
    const turned = examTurned(exam);
    expect(turned.lung.organ).toMatchObject({ side: -1, edgeMm: -exam.lung.organ!.edgeMm });
    expect(turned.wall.ribs.map(({ xMm }) => -xMm)).toEqual(exam.wall.ribs.map(({ xMm }) => xMm));
    const again = examTurned(turned);
    expect(again.wall).toEqual(exam.wall);
    expect(again.lung.bLines.map(({ xMm }) => xMm)).toEqual(exam.lung.bLines.map(({ xMm }) => xMm));
    expect(again.scanner).toEqual(exam.scanner);
  });
});

it('sliding can be stopped: the lung stays where the chest wall is', () => {
  expect(examLayered(base.exam, { sliding: false }).lung.sliding).toBe(false);
  expect(shown({ sliding: false }).truth.sliding).toBe(false);
});
