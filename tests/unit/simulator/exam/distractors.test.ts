import { describe, expect, it } from 'vitest';
import { FINDING_INDEX, type FINDINGS } from '../../../../src/domain/findings/finding.ts';
import type { BLine, Exam } from '../../../../src/simulator/exam/exam.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';
import { type PhantomFrame, phantomFrame, phantomFromExam } from '../../../../src/simulator/exam/phantom.ts';
import { quietExam } from './quiet-exam.ts';

const SIZE = 256;

function share({ truth }: PhantomFrame, finding: (typeof FINDINGS)[number]): number {
  const value = FINDING_INDEX[finding];
  return truth.mask.classes.filter((one) => one === value).length / truth.mask.classes.length;
}

function shown(exam: Exam): PhantomFrame {
  return phantomFrame(phantomFromExam(exam), 0, SIZE);
}

const B_LINE: BLine = {
  kind: 'b_line',
  xMm: 0,
  halfWidthMm: 1.2,
  flatness: 2,
  levelDb: 4,
  lossDbMm: 0,
  tiltRad: 0,
  end: 1.05,
  endFade: 14,
  bandMm: 5,
  bandDb: 1,
};

const withLung = (lung: Partial<Exam['lung']>) =>
  quietExam((exam) => ({ ...exam, edition: 'varied', lung: { ...exam.lung, ...lung } }));

describe('what can be taken for a finding', () => {
  const plain = shown(withLung({}));
  const bLine = shown(withLung({ bLines: [B_LINE] }));

  it('a B-line is labelled, a Z-line of the same place and strength is not', () => {
    expect(share(bLine, 'b_line')).toBeGreaterThan(0.01);
    const zLine = shown(withLung({ bLines: [{ ...B_LINE, kind: 'comet_tail', lossDbMm: 0.5 }] }));
    expect(share(zLine, 'b_line')).toBe(0);
    expect(zLine.frame.grey).not.toEqual(plain.frame.grey);
  });

  it('an E-line is bright from above the pleura, and background', () => {
    const eLine = { xMm: 0, fromMm: 8, halfWidthMm: 2, levelDb: 12, lossDbMm: 0.02 };
    const hidden = shown(withLung({ eLines: [eLine] }));
    expect(share(hidden, 'b_line') + share(hidden, 'b_line_confluence')).toBe(0);
    const powerBelow = (exam: Exam): number => {
      const phantom = phantomFromExam(exam);
      const { samples, stepMm } = phantom.grid;
      const middle = phantom.buffers.power.subarray(80 * samples, 81 * samples);
      return middle.subarray(Math.ceil(40 / stepMm)).reduce((sum, power) => sum + power, 0);
    };
    expect(powerBelow(withLung({ eLines: [eLine] }))).toBeGreaterThan(8 * powerBelow(withLung({})));
  });

  it('liver in place of the lung leaves neither pleural line nor A-lines nor B-lines on its side', () => {
    const liver = shown(
      withLung({
        bLines: [
          { ...B_LINE, xMm: 15 },
          { ...B_LINE, xMm: -15 },
        ],
        organ: {
          kind: 'liver',
          side: 1,
          edgeMm: 0,
          softMm: 1,
          follows: 1,
          lossDbMm: 0.05,
          layers: [{ thicknessMm: 400, levelDb: -6, frontDb: -4, slope: 0, waveMm: 0 }],
        },
      }),
    );
    const { classes } = liver.truth.mask;
    const onSide = (from: number, to: number): Set<number> => {
      const seen = new Set<number>();
      for (let row = 0; row < SIZE; row++) {
        for (let column = from; column < to; column++) seen.add(classes[row * SIZE + column]!);
      }
      return seen;
    };
    expect([...onSide(SIZE / 2 + 12, SIZE)]).toEqual([FINDING_INDEX.background]);
    for (const finding of ['pleural_line', 'a_line', 'b_line'] as const) {
      expect(onSide(0, SIZE / 2 - 12)).toContain(FINDING_INDEX[finding]);
    }
  });

  it('a single B-line of 8 mm or more is a confluence', () => {
    const wide = shown(withLung({ bLines: [{ ...B_LINE, halfWidthMm: 2.4 }] }));
    expect(share(wide, 'b_line')).toBe(0);
    expect(share(wide, 'b_line_confluence')).toBeGreaterThan(0.01);
  });

  it('a flank hides the pleural line beyond it', () => {
    const flank = shown(
      quietExam((exam) => ({
        ...exam,
        wall: { ...exam.wall, flanks: [{ side: 1, fromMm: 10, fall: 2 }] },
      })),
    );
    const lastColumn = (frame: PhantomFrame): number => {
      let last = 0;
      frame.truth.mask.classes.forEach((value, at) => {
        if (value === FINDING_INDEX.pleural_line) last = Math.max(last, at % SIZE);
      });
      return last;
    };
    expect(lastColumn(flank)).toBeLessThan(lastColumn(plain) - 20);
  });
});

describe('the image as it is stored', () => {
  it('is black and unlabelled where it was cut off', () => {
    const cut = shown(
      quietExam((exam) => ({
        ...exam,
        scanner: { ...exam.scanner, crop: { top: 0, left: 0.5, right: 0 } },
      })),
    );
    for (let row = 0; row < SIZE; row++) {
      for (let column = 0; column < SIZE / 2 - 1; column++) {
        expect(cut.frame.grey[row * SIZE + column]! + cut.truth.mask.classes[row * SIZE + column]!).toBe(0);
      }
    }
    expect(cut.frame.grey.some((grey) => grey > 60)).toBe(true);
    const { pleura, aLines } = cut.truth;
    expect(pleura.length).toBeGreaterThan(0);
    for (const points of [...pleura, ...aLines.map((line) => line.points)]) {
      for (const { x } of points) expect(x).toBeGreaterThanOrEqual(0);
    }
  });

  it('fades from the face to the bottom by the gain that was asked for', () => {
    const powerAt = (fadeDb: number): number => {
      const phantom = phantomFromExam(
        quietExam((exam) => ({ ...exam, scanner: { ...exam.scanner, fadeDb } })),
      );
      const { samples } = phantom.grid;
      return phantom.buffers.power[80 * samples + (samples >> 1)]!;
    };
    expect(10 * Math.log10(powerAt(0) / powerAt(20))).toBeCloseTo(10, 1);
  });
});

describe('exams of the varied edition', () => {
  it('come with every distractor, and keep to what is asked for', () => {
    const exams = Array.from({ length: 400 }, (_, seed) => examDraw({ seed, split: 'train' }));
    const have = (what: (exam: Exam) => boolean): number => exams.filter(what).length;
    expect(have(({ lung }) => lung.eLines.length > 0)).toBeGreaterThan(8);
    expect(have(({ lung }) => lung.organ !== null)).toBeGreaterThan(30);
    expect(have(({ lung }) => Math.abs(lung.organ?.edgeMm ?? 0) > 900)).toBeGreaterThan(3);
    expect(have(({ wall }) => wall.flanks.length > 0)).toBeGreaterThan(60);
    expect(have(({ wall }) => wall.ribs.length === 0)).toBeGreaterThan(25);
    expect(have(({ scanner }) => scanner.crop.left + scanner.crop.right > 0)).toBeGreaterThan(60);
    expect(have(({ scanner }) => scanner.prints.length > 0)).toBeGreaterThan(60);
    expect(have(({ lung }) => lung.streaks.some(({ isInLayer }) => isInLayer))).toBeGreaterThan(25);
    expect(examDraw({ seed: 5, split: 'train', depthMm: 111, probe: 'linear' }).probe).toMatchObject({
      kind: 'linear',
      depthMm: 111,
    });
  });
});
