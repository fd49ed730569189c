import { describe, expect, it } from 'vitest';
import {
  FINDING_INDEX,
  MARKABLE_FINDINGS,
  type MarkableFinding,
} from '../../../../src/domain/findings/finding.ts';
import { maskCounts } from '../../../../src/domain/frame/mask.ts';
import { GradingError } from '../../../../src/domain/grading/errors.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import { keySentence } from '../../../../src/ui/sentences/key-sentence.ts';
import { box, maskOf } from './fixture.ts';

const truth = maskOf([
  box('pleural_line', 10, 10, 40, 2),
  box('a_line', 10, 22, 40, 2),
  box('rib', 2, 5, 8, 4),
]);
/** The pleural line one row off (within 1.5 mm), the A-line 12 rows too deep, the rib as it is, a B-line that is not. */
const network = maskOf([
  box('pleural_line', 10, 11, 40, 2),
  box('a_line', 10, 34, 40, 2),
  box('rib', 2, 5, 8, 4),
  box('b_line', 30, 40, 3, 20),
]);
const of = (choice: ReturnType<typeof keyChoose>, finding: MarkableFinding) =>
  choice.classes.find((item) => item.finding === finding)!;

describe('keyChoose', () => {
  it('takes the network where it agrees with the truth, and the truth where it does not', () => {
    const choice = keyChoose({ truth, network });
    expect(choice.key.provenance).toBe('network');
    // The network's B-line begins 28 mm below the pleural line, so that it is none.
    expect(choice.key.byClass).toEqual({ a_line: 'phantom_truth' });
    const at = (column: number, row: number) => choice.key.mask.classes[row * 64 + column];
    expect(at(30, 10)).toBe(FINDING_INDEX.pleural_line);
    expect(at(30, 12)).toBe(0);
    expect(at(30, 22)).toBe(FINDING_INDEX.a_line);
    expect(at(30, 34)).toBe(0);
    expect(maskCounts(choice.key.mask)[FINDING_INDEX.b_line]).toBe(0);
  });

  it('says why, per class, with the agreement', () => {
    const choice = keyChoose({ truth, network });
    expect(of(choice, 'pleural_line')).toMatchObject({ verdict: 'network_agrees', agreement: 1 });
    expect(of(choice, 'a_line')).toMatchObject({ verdict: 'network_disagrees', agreement: 0 });
    expect(keySentence(of(choice, 'a_line'))).toContain('agreement 0 %, 90 % is asked');
    expect(of(choice, 'consolidation')).toMatchObject({ verdict: 'network_agrees', agreement: 1 });
  });

  it('holds the agreement against the threshold and tolerance it is given', () => {
    expect(keyChoose({ truth, network, toleranceMm: 0 }).key.byClass.pleural_line).toBe('phantom_truth');
    expect(
      keyChoose({ truth, network, toleranceMm: 0, agreementThreshold: 0.5 }).key.byClass.pleural_line,
    ).toBeUndefined();
    const wide = of(keyChoose({ truth, network, toleranceMm: { a_line: 12 } }), 'a_line');
    expect(wide).toMatchObject({ agreement: 1, verdict: 'network_agrees' });
  });

  it('takes the truth alone when the network is absent', () => {
    const alone = keyChoose({ truth, network: null });
    expect(alone.key).toMatchObject({ provenance: 'phantom_truth', byClass: {}, isChecked: true });
    expect(alone.key.findings.map(({ finding }) => finding)).toEqual(['rib', 'pleural_line', 'a_line']);
  });

  it('does not score what the network is unsure of where nothing else is known', () => {
    const confidence = network.classes.map((value) => (value === FINDING_INDEX.a_line ? 102 : 230));
    const choice = keyChoose({ truth: null, network, confidence });
    const unsure = (made: typeof choice) =>
      made.key.findings.filter(({ reason }) => reason === 'unsure').map(({ finding }) => finding);
    expect(unsure(choice)).toEqual(['a_line']);
    expect(of(choice, 'a_line')).toMatchObject({ verdict: 'network_unsure', confidence: 0.4 });
    expect(of(choice, 'rib').confidence).toBeCloseTo(230 / 255, 12);
    expect(of(choice, 'consolidation').confidence).toBeNull();
    expect(unsure(keyChoose({ truth: null, network, confidence, confidenceThreshold: 0.3 }))).toEqual([]);
  });

  it("takes specks out of the network's mask: they are no finding anyone must mark", () => {
    const speckled = maskOf([box('rib', 2, 5, 8, 4), box('b_line', 30, 40, 3, 1)]);
    const choice = keyChoose({ truth: null, network: speckled });
    expect(maskCounts(choice.key.mask)[FINDING_INDEX.b_line]).toBe(0);
    expect(maskCounts(choice.key.mask)[FINDING_INDEX.rib]).toBe(32);
  });

  it('refuses with a code when there is nothing to grade by, or the sizes differ', () => {
    const code = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return error instanceof GradingError ? error.code : error;
      }
      return 'no error';
    };
    expect(code(() => keyChoose({ truth: null, network: null }))).toBe('no_key');
    expect(code(() => keyChoose({ truth, network: maskOf([], truth.sector, 32) }))).toBe('raster');
  });
});

describe('the agreement', () => {
  it('counts lines too: a network that joins two A-lines into one is not believed, well drawn or not', () => {
    const two = maskOf([box('a_line', 10, 22, 40, 2), box('a_line', 10, 34, 40, 2)]);
    const one = maskOf([
      box('a_line', 10, 22, 40, 2),
      box('a_line', 10, 24, 3, 10),
      box('a_line', 10, 34, 40, 2),
    ]);
    const choice = keyChoose({ truth: two, network: one, toleranceMm: 3 });
    expect(of(choice, 'a_line').verdict).toBe('network_disagrees');
  });

  it('asks for what both show, so that a believed network costs a perfect trainee nothing', () => {
    const near = maskOf([
      box('pleural_line', 10, 10, 42, 2),
      box('a_line', 13, 23, 37, 2),
      box('rib', 2, 5, 8, 4),
    ]);
    const { key, classes } = keyChoose({ truth, network: near });
    const graded = gradeMarks({
      marks: truth,
      key,
      classes: MARKABLE_FINDINGS.map((finding) => ({ finding })),
    });
    for (const item of graded.classes) {
      if (item.status !== 'scored') continue;
      expect(classes.find((known) => known.finding === item.finding)!.agreement).toBeGreaterThanOrEqual(0.9);
      expect(item.provenance).toBe('network');
      expect(item.score).toBeCloseTo(100, 8);
    }
  });
});
