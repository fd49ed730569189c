import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKABLE_FINDINGS, PAPER_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { feedbackWrite } from '../../../../src/domain/grading/feedback.ts';
import { FEEDBACK_ORDER, type Feedback } from '../../../../src/domain/grading/feedback-fact.ts';
import type { Key } from '../../../../src/domain/grading/grade.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { feedbackSentence } from '../../../../src/ui/sentences/feedback-sentence.ts';
import { type Box, box, keyOf, maskOf } from './fixture.ts';

function say(marks: readonly Box[], key: readonly Box[], findings: typeof PAPER_FINDINGS = PAPER_FINDINGS) {
  const request = { marks: maskOf(marks), key: keyOf(key) };
  const classes = findings.map((finding) => ({ finding }));
  const grade = gradeMarks({ ...request, classes });
  return feedbackWrite({ ...request, grade, classes }).filter(
    ({ code }) => code !== 'correct_absence' && code !== 'not_asked',
  );
}

/** The sentence of what there is to say; empty where there is nothing. */
function told(item: Feedback | undefined): string {
  return item === undefined ? '' : feedbackSentence(item);
}

const PLEURA = box('pleural_line', 10, 14, 40, 2);
const A_LINE = box('a_line', 4, 29, 30, 2);
const B_LINE = box('b_line', 48, 16, 4, 48);

describe('feedbackWrite', () => {
  it('says where a finding was missed, and how to know it', () => {
    const [missed] = say([PLEURA], [PLEURA, A_LINE]);
    expect(missed).toMatchObject({ code: 'missed', finding: 'a_line', multiple: null });
    expect(missed).toMatchObject({ place: { point: { x: -13, y: 30 } } });
    expect(told(missed)).toBe(
      'Missed: A-line 30 mm deep, left of the middle; an A-line repeats the pleural line at a whole multiple of its depth.',
    );
  });

  it('says what was right, last', () => {
    const items = say([PLEURA], [PLEURA, A_LINE]);
    expect(items[items.length - 1]).toMatchObject({ code: 'found', finding: 'pleural_line' });
    expect(told(items[items.length - 1])).toBe('Found: pleural line 15 mm deep, in the middle.');
  });

  it('says how far off a mark is that was meant for a finding', () => {
    const [deep] = say([{ ...PLEURA, y: 20 }], [PLEURA]);
    expect(deep).toMatchObject({ code: 'displaced', deeperMm: -6, rightMm: 0 });
    expect(told(deep)).toBe('Your pleural line lies 6 mm too deep: look 15 mm deep, in the middle.');
    const [aside] = say([{ ...B_LINE, x: 40 }], [B_LINE]);
    expect(told(aside)).toBe('Your B-line lies 8 mm too far left: look 17 mm deep, right of the middle.');
  });

  it('says how far off a mark is from a finding that need not be marked, and nothing of an unmarked one', () => {
    const ribs = [box('rib', 12, 5, 6, 4), box('rib', 45, 5, 6, 4)];
    const main = box('pleural_line', 20, 14, 22, 2);
    const side = box('pleural_line', 53, 14, 11, 2);
    const echo = box('a_line', 53, 29, 11, 2);
    const whole = keyOf([...ribs, main, side, echo]);
    // What lies right of the second rib is in another window.
    const findings = whole.findings.map((one) => (one.centre.x > 20 ? { ...one, window: 1 } : one));
    const key = { ...whole, findings, windows: [whole.windows[0]!, whole.windows[0]!], main: 0 };
    const classes = [{ finding: 'pleural_line' as const, where: 'main_window' as const }];
    const write = (marks: readonly Box[]) => {
      const request = { marks: maskOf(marks), key, classes };
      return feedbackWrite({ ...request, grade: gradeMarks(request) });
    };
    expect(write([main]).map(({ code }) => code)).toEqual(['found']);
    const [beside, ...others] = write([main, { ...side, y: 20 }]);
    expect(beside).toMatchObject({ code: 'displaced', deeperMm: -6, rightMm: 0 });
    expect(told(beside)).toBe('Your pleural line lies 6 mm too deep: look 15 mm deep, near the right edge.');
    expect(others.map(({ code }) => code)).toEqual(['found']);
    // Where another class lies under the mark, that is what is said.
    expect(write([main, { ...echo, finding: 'pleural_line' }])[0]).toMatchObject({
      code: 'confused',
      actual: 'a_line',
    });
  });

  it('says of a mark that touches a finding which need not be marked that it is off, and not too thick', () => {
    const main = box('pleural_line', 20, 14, 22, 2);
    const side = box('pleural_line', 53, 14, 11, 6);
    const whole = keyOf([main, side]);
    const findings = whole.findings.map((one) => (one.centre.x > 20 ? { ...one, window: 1 } : one));
    const key = { ...whole, findings, windows: [whole.windows[0]!, whole.windows[0]!], main: 0 };
    const classes = [{ finding: 'pleural_line' as const, where: 'main_window' as const }];
    const request = { marks: maskOf([main, { ...side, y: 18 }]), key, classes };
    const items = feedbackWrite({ ...request, grade: gradeMarks(request) });
    expect(items.map(({ code }) => code)).toEqual(['shifted', 'found']);
    expect(told(items[0])).toBe(
      'Your mark on the pleural line 17 mm deep, near the right edge lies 4 mm too deep.',
    );
  });

  it('says of a mark along an uneven line how far it lies beside it, and not that it goes too far', () => {
    const line = [4, 18, 32, 46].map((x, i) =>
      i % 2 === 0 ? box('pleural_line', x, 14, 14, 4) : box('pleural_line', x, 18, 14, 2),
    );
    const items = say(
      line.map((one) => ({ ...one, y: one.y + 3 })),
      line,
    );
    expect(items.map(({ code }) => code)).toEqual(['shifted']);
    expect(items[0]).toMatchObject({ deeperMm: -3, rightMm: 0 });
  });

  it('says of an area beside a finding how far it is off, also where only one of the two sides is plain', () => {
    // A narrow top on a broad part, of which the mark finds the broad part's lower half.
    const parts = [box('rib', 28, 20, 6, 14), box('rib', 20, 34, 24, 8)];
    const items = say(
      parts.map((one) => ({ ...one, y: one.y + 9 })),
      parts,
    );
    const codes = items.map(({ code }) => code);
    expect(codes).toContain('shifted');
    expect(codes).not.toContain('spills');
    expect(items.find(({ code }) => code === 'shifted')).toMatchObject({ rightMm: 0, deeperMm: -9 });
  });

  it('takes a mark that only touches a missed finding for one that was meant for it', () => {
    const rib = box('rib', 20, 5, 12, 10);
    const items = say([{ ...rib, y: 15, height: 4 }], [rib]);
    expect(items.map(({ code }) => code)).toEqual(['displaced']);
    expect(items[0]).toMatchObject({ deeperMm: -7, rightMm: 0 });
  });

  it('takes a mark beside a missed line for that line, though a part of it lies on one that is too faint', () => {
    const whole = keyOf([A_LINE, box('a_line', 4, 34, 15, 2)]);
    const findings = whole.findings.map((one) =>
      one.centre.y > 32 ? { ...one, standing: 'neutral' as const } : one,
    );
    const request = {
      marks: maskOf([{ ...A_LINE, y: 33 }]),
      key: { ...whole, findings },
      classes: [{ finding: 'a_line' as const }],
    };
    const items = feedbackWrite({ ...request, grade: gradeMarks(request) });
    expect(items.map(({ code }) => code)).not.toContain('faint');
    expect(items[0]).toMatchObject({ code: 'displaced', deeperMm: -4, rightMm: 0 });
  });

  it('says that a confluence was marked on a B-line, also where B-lines are not asked for', () => {
    // The B-line takes more than half of the area, which goes on beside it.
    const area = { ...B_LINE, finding: 'b_line_confluence' as const, x: 46, width: 14 };
    const request = { marks: maskOf([area]), key: keyOf([PLEURA, B_LINE]) };
    const classes = [{ finding: 'b_line_confluence' as const }];
    const grade = gradeMarks({ ...request, classes });
    expect(grade.score).toBe(0);
    const items = feedbackWrite({ ...request, grade, classes });
    expect(items[0]).toMatchObject({ code: 'confused', finding: 'b_line_confluence', actual: 'b_line' });
    expect(items.filter(({ code }) => code === 'confused')).toHaveLength(1);
    // Where they are, half of the credit is told of, and no more.
    expect(say([area], [PLEURA, B_LINE]).map(({ code }) => code)).not.toContain('confused');
  });

  it('tells tenths of a mm where a whole number would seem near enough to be counted', () => {
    const item = {
      finding: 'b_line',
      code: 'displaced',
      deeperMm: 0,
      saidBy: { provenance: 'phantom_truth', isChecked: true },
    } as const;
    const off = (rightMm: number) =>
      told({ ...item, rightMm, place: { lateral: 0, point: { x: 0, y: 10 } } });
    expect(off(-4.2)).toBe('Your B-line lies 4.2 mm too far right: look 10 mm deep, in the middle.');
    expect(off(-3.9)).toContain(' 4 mm ');
    expect(off(-4.6)).toContain(' 5 mm ');
  });

  it('names what is really there where a mark is wrong', () => {
    const rib = box('rib', 30, 5, 14, 6);
    const items = say([{ ...rib, finding: 'b_line' }], [rib]);
    // Too short to be counted as a B-line, so nothing is said of their number.
    expect(items.map((item) => item.code)).toEqual(['missed', 'confused']);
    expect(items[1]).toMatchObject({ finding: 'b_line', actual: 'rib' });
    expect(told(items[1])).toBe(
      'You marked a B-line starting 6 mm deep, right of the middle, where the simulated chest has a rib; a B-line starts at the pleural line and runs to the bottom of the image without fading.',
    );
  });

  it('tells an A-line where none can be by its depth', () => {
    const [extra] = say([PLEURA, { ...A_LINE, y: 36 }], [PLEURA]);
    expect(extra).toMatchObject({ code: 'extra', finding: 'a_line' });
    expect(told(extra)).toContain('the nearest one is 7 mm away');
  });

  it('says of what is absent by whose word', () => {
    const absent = (key: Key) => {
      const request = { marks: maskOf([PLEURA]), key };
      const classes = [{ finding: 'rib' as const }];
      return told(feedbackWrite({ ...request, grade: gradeMarks({ ...request, classes }), classes })[0]);
    };
    const key = keyOf([PLEURA]);
    expect(absent(key)).toBe('Right: there is no rib here, and you marked none.');
    expect(absent({ ...key, provenance: 'expert' })).toBe(
      'Right: the expert sees no rib here, and you marked none.',
    );
    expect(absent({ ...key, provenance: 'network', isChecked: false })).toBe(
      'The network sees no rib here, and you marked none.',
    );
  });

  it('tells how far it is from the A-line that is seen, where that is nearer than a whole multiple', () => {
    const seen = { ...A_LINE, y: 33 };
    const items = say([PLEURA, seen, { ...A_LINE, y: 38 }], [PLEURA, seen]);
    expect(told(items.find(({ code }) => code === 'extra'))).toContain('the nearest one is 5 mm away');
  });

  it('says which part was left out, and which goes too far', () => {
    const [part] = say([{ ...PLEURA, width: 20 }], [PLEURA]);
    expect(part).toMatchObject({ code: 'partly_missed', part: 'right' });
    expect(told(part)).toContain('its right part is missing');
    const spills = say([PLEURA], [{ ...PLEURA, width: 20 }]).find((item) => item.code === 'spills');
    expect(spills).toMatchObject({ part: 'right', finding: 'pleural_line' });
  });

  it('says of a mark beside a line how far it is off, and not that either is too broad', () => {
    const broad = { ...B_LINE, width: 10 };
    const aside = say([{ ...broad, x: 54 }], [broad]).filter(({ finding }) => finding === 'b_line');
    expect(aside.map(({ code }) => code)).toEqual(['shifted', 'count']);
    expect(aside[0]).toMatchObject({ deeperMm: 0, rightMm: -6 });
    expect(told(aside[0])).toBe(
      'Your mark on the B-line starting 17 mm deep, near the right edge lies 6 mm too far right.',
    );
    expect(told(aside[1])).toBe('Counted within 4 mm: 0 of 1 B-line found, and one of your marks is none.');

    const thick = { ...PLEURA, height: 6 };
    const [deep] = say([{ ...thick, y: 10 }], [thick]);
    expect(deep).toMatchObject({ code: 'shifted', deeperMm: 4 });
    expect(told(deep)).toBe('Your mark on the pleural line 17 mm deep, in the middle lies 4 mm too shallow.');
  });

  it('says that a mark is narrower or broader only where it is', () => {
    const broad = { ...B_LINE, width: 14 };
    const narrow = say([{ ...broad, x: 53, width: 3 }], [broad]);
    expect(narrow.map(({ code }) => code)).toContain('too_narrow');
    expect(narrow.map(({ code }) => code)).not.toContain('shifted');
    const wide = say([broad], [{ ...broad, x: 53, width: 3 }]);
    expect(wide.map(({ code }) => code)).toContain('too_broad');
    expect(wide.map(({ code }) => code)).not.toContain('shifted');
  });

  it('gives half credit its reason, once', () => {
    const confluence = box('b_line_confluence', 20, 16, 20, 48);
    const items = say([{ ...confluence, finding: 'b_line' }], [confluence]);
    expect(items.map((item) => [item.code, item.finding])).toEqual([['half_credit', 'b_line_confluence']]);
    expect(told(items[0])).toContain('which you marked as a B-line; experts often disagree here');
  });

  it('says of a small mark in something large how much of it that is', () => {
    const [part, ...rest] = say(
      [box('pleural_effusion', 24, 24, 12, 10)],
      [box('pleural_effusion', 8, 16, 48, 40)],
      ['pleural_effusion'] as never,
    );
    expect(rest).toEqual([]);
    expect(part).toMatchObject({ code: 'partly_missed' });
    expect(told(part)).toMatch(/^You found \d\d? % of the pleural effusion /);
  });

  it('says of one beam in a confluence that is hardly covered what it lies in', () => {
    const items = say([box('b_line', 30, 16, 3, 48)], [box('b_line_confluence', 16, 16, 32, 48)]);
    expect(items.map((item) => [item.code, item.finding])).toEqual([
      ['missed', 'b_line_confluence'],
      ['confused', 'b_line'],
    ]);
    expect(told(items[1])).toContain('where the simulated chest has a B-line confluence');
  });

  it('calls a line that lies under a much broader mark covered, and the mark too broad', () => {
    const items = say([box('b_line', 6, 16, 52, 48)], [box('b_line', 8, 16, 3, 48)]);
    expect(items.map(({ code }) => code)).toEqual(['too_broad', 'covered', 'count']);
    expect(told(items[1])).toBe(
      'Your marks cover the B-line starting 17 mm deep, near the left edge, but none of them shows where it lies.',
    );
  });

  it('compares the counts', () => {
    const counted = say([B_LINE], [B_LINE, { ...B_LINE, x: 20 }]).find((item) => item.code === 'count');
    expect(told(counted)).toBe('Counted within 4 mm: 1 of 2 B-lines found.');
  });

  it('comes worst first and never points outside the image, whatever was marked', () => {
    const boxes = fc.array(
      fc.record({
        finding: fc.constantFrom(...MARKABLE_FINDINGS),
        x: fc.nat(55),
        y: fc.nat(55),
        width: fc.integer({ min: 2, max: 20 }),
        height: fc.integer({ min: 2, max: 20 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(boxes, boxes, (marks, key) => {
        const items = say(marks, key, MARKABLE_FINDINGS);
        const ranks = items.map((item) => FEEDBACK_ORDER.indexOf(item.code));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        for (const item of items) {
          expect(told(item)).not.toMatch(/NaN|undefined|null/);
          if (!('place' in item)) continue;
          expect(Math.abs(item.place.lateral)).toBeLessThanOrEqual(1);
          expect(item.place.point.y).toBeGreaterThanOrEqual(0);
          expect(item.place.point.y).toBeLessThanOrEqual(64);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('accounts for every finding of the key that is not found whole', () => {
    const key = [PLEURA, A_LINE, B_LINE];
    for (const left of key) {
      const items = say(
        key.filter((item) => item !== left),
        key,
      );
      expect(items.filter((item) => item.code === 'missed').map((item) => item.finding)).toEqual([
        left.finding,
      ]);
    }
  });
});
