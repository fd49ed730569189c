import { describe, expect, it } from 'vitest';
import { FINDING_INDEX, MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { feedbackWrite } from '../../../../src/domain/grading/feedback.ts';
import type { Key } from '../../../../src/domain/grading/grade.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import { type Box, box, maskOf } from './fixture.ts';

/** Two ribs and a third at the side, the pleural line between and beside them, and its first echo. */
const RIBS = [box('rib', 14, 6, 8, 3), box('rib', 42, 6, 8, 3)] as const;
const MAIN = box('pleural_line', 23, 11, 18, 2);
const BESIDE = box('pleural_line', 52, 11, 12, 2);
const ECHO = box('a_line', 24, 23, 16, 2);
const CLASSES = MARKABLE_FINDINGS.map((finding) => ({ finding }));

function truthKey(...boxes: readonly Box[]): Key {
  return keyChoose({ truth: maskOf(boxes), network: null }).key;
}

function networkKey(boxes: readonly Box[], confidence: (value: number) => number): Key {
  const network = maskOf(boxes);
  return keyChoose({ truth: null, network, confidence: network.classes.map(confidence) }).key;
}

function grade(key: Key, ...boxes: readonly Box[]) {
  const marks = maskOf(boxes);
  const made = gradeMarks({ marks, key, classes: CLASSES });
  const facts = feedbackWrite({ marks, key, grade: made, classes: CLASSES });
  const of = (finding: Box['finding']) => made.classes.find((one) => one.finding === finding)!;
  const codes = (finding: Box['finding']) =>
    facts.filter((one) => one.finding === finding).map(({ code }) => code);
  return { ...made, of, codes };
}

describe('windows', () => {
  const key = truthKey(...RIBS, MAIN, BESIDE, ECHO);

  it('does not miss a pleural line beside the main window, and takes it for right where it is marked', () => {
    const without = grade(key, ...RIBS, MAIN, ECHO);
    const withIt = grade(key, ...RIBS, MAIN, BESIDE, ECHO);
    expect(without.score).toBe(100);
    expect(withIt.score).toBe(100);
    expect(withIt.codes('pleural_line')).toEqual(['found', 'welcome']);
    expect(without.codes('pleural_line')).toEqual(['found']);
  });

  it('asks for it where a scenario asks for all windows', () => {
    const classes = [{ finding: 'pleural_line', where: 'all_windows' }] as const;
    const made = gradeMarks({ marks: maskOf([MAIN]), key, classes });
    expect(made.score).toBeLessThan(90);
  });

  it('asks for the two ribs of the main window alone where a scenario says so', () => {
    const more = truthKey(box('rib', 0, 6, 4, 3), ...RIBS, MAIN);
    const where = (one: 'main_window' | 'all_windows') =>
      gradeMarks({ marks: maskOf([...RIBS]), key: more, classes: [{ finding: 'rib', where: one }] }).score;
    expect(where('main_window')).toBe(100);
    expect(where('all_windows')).toBeLessThan(100);
  });
});

describe('faint and borderline findings', () => {
  const seen = [...RIBS, MAIN, ECHO] as const;
  const third = box('a_line', 24, 35, 16, 2);
  const line = (depth: number) => box('b_line', 30, 13, 3, depth);

  it('neither counts nor misses what only a keener eye sees', () => {
    const masks = { truth: maskOf([...RIBS, MAIN, line(30)]), network: null };
    const { key } = keyChoose({ ...masks, clear: masks.truth, faint: maskOf([...RIBS, MAIN, line(50)]) });
    expect(grade(key, ...RIBS, MAIN, line(30)).score).toBe(100);
    expect(grade(key, ...RIBS, MAIN, line(50)).score).toBe(100);
  });

  it('does not ask for what is not clear', () => {
    const truth = maskOf([...seen, third]);
    const { key } = keyChoose({ truth, clear: maskOf([...seen]), faint: truth, network: null });
    expect(grade(key, ...seen).score).toBe(100);
    expect(grade(key, ...seen, third).score).toBe(100);
    expect(grade(key, ...seen, third).codes('a_line')).toEqual(['found', 'welcome']);
  });

  it('never tells a whole multiple to be a wrong one', () => {
    const made = grade(truthKey(...seen), ...seen, third);
    expect(made.score).toBe(100);
    expect(made.codes('a_line')).toEqual(['faint', 'found']);
  });
});

describe('where experts differ', () => {
  it('gives full marks for either reading of what is 6 to 10 mm wide', () => {
    const wide = box('b_line', 28, 13, 7, 51);
    const key = truthKey(...RIBS, MAIN, wide);
    expect(grade(key, ...RIBS, MAIN, wide).score).toBeCloseTo(100, 0);
    const other = grade(key, ...RIBS, MAIN, { ...wide, finding: 'b_line_confluence' });
    expect(other.score).toBeCloseTo(100, 0);
    expect(other.codes('b_line')).toEqual(['found']);
  });

  it('gives half where they do not', () => {
    const key = truthKey(...RIBS, MAIN, box('b_line', 30, 13, 3, 51));
    const other = grade(key, ...RIBS, MAIN, box('b_line_confluence', 30, 13, 3, 51));
    expect(other.codes('b_line')).toContain('half_credit');
    expect(other.of('b_line').score).toBeLessThan(60);
  });
});

describe('the network alone', () => {
  const sure = () => 255;

  it('gives no total by one finding, and one by two or by marks that mostly lie on it', () => {
    const key = networkKey([MAIN], sure);
    expect(grade(key, ...RIBS).isJudged).toBe(false);
    expect(grade(key, MAIN).isJudged).toBe(true);
    expect(grade(networkKey([...RIBS, MAIN], sure), box('rib', 2, 40, 8, 3)).isJudged).toBe(true);
  });

  it('does not judge marks of a class that it sees nothing of, but for those that anatomy forbids', () => {
    const key = networkKey([...RIBS, MAIN], sure);
    const right = grade(key, ...RIBS, MAIN, box('b_line', 30, 13, 3, 51));
    expect(right.of('b_line').status).toBe('not_scored');
    expect(right.codes('b_line')).toContain('unjudged');
    expect(right.score).toBe(100);
    const rootless = grade(key, ...RIBS, MAIN, box('b_line', 30, 40, 3, 24));
    expect(rootless.of('b_line')).toMatchObject({ status: 'scored', score: 0 });
  });

  it('shows what it is unsure of, and scores nobody by it', () => {
    const value = FINDING_INDEX.rib;
    const key = networkKey([...RIBS, MAIN], (own) => (own === value ? 110 : 255));
    const made = grade(key, MAIN);
    expect(made.of('rib').status).toBe('not_scored');
    expect(made.codes('rib')).toEqual(['unsure', 'unsure', 'not_scored']);
    expect(made.unsure.classes.includes(value)).toBe(true);
    expect(made.score).toBe(100);
  });
});
