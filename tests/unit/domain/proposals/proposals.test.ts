import { describe, expect, it } from 'vitest';
import { FINDING_INDEX } from '../../../../src/domain/findings/finding.ts';
import type { Instance } from '../../../../src/domain/grading/instances.ts';
import { instancesFind } from '../../../../src/domain/grading/instances.ts';
import { proposalMended } from '../../../../src/domain/proposals/mend.ts';
import { networkChecked } from '../../../../src/domain/proposals/network-checked.ts';
import { networkRead } from '../../../../src/domain/proposals/network-read.ts';
import { PROPOSALS_MAX } from '../../../../src/domain/proposals/proposal.ts';
import { proposalJudge } from '../../../../src/domain/proposals/proposal-judge.ts';
import { proposalPlan, WISH_ANY } from '../../../../src/domain/proposals/proposal-plan.ts';
import { TRAPS } from '../../../../src/domain/proposals/trap.ts';
import { trapPlant } from '../../../../src/domain/proposals/trap-plant.ts';
import { type Box, box, maskOf } from '../grading/fixture.ts';
import { classesOf, keyTrue, TRUTH, TRUTH_MERGED } from './fixture.ts';

const key = keyTrue();
const merged = keyTrue(TRUTH_MERGED);
const one = (item: Box): Instance => instancesFind(maskOf([item]), item.finding)[0]!;

describe('proposalJudge', () => {
  it('reads the fixture as it was drawn', () => {
    expect([classesOf(key), classesOf(merged)]).toEqual(['2112000', '2100100']);
  });

  it.each([
    ['a B-line where it is', box('b_line', 23, 16, 3, 48), 'right'],
    ['one that lies 1 mm beside it', box('b_line', 24, 16, 3, 48), 'right'],
    ['one that lies 7 mm beside it, by no other', box('b_line', 29, 16, 3, 48), 'wrong'],
    ['the upper third of it', box('b_line', 23, 16, 3, 16), 'unclear'],
    ['a pleural line at the A-line', box('pleural_line', 18, 29, 24, 2), 'wrong'],
    ['the A-line at a whole multiple, longer than it is labelled', box('a_line', 18, 29, 20, 2), 'unclear'],
    ['an A-line at no multiple', box('a_line', 18, 36, 20, 2), 'wrong'],
    ['an effusion in the shadow', box('pleural_effusion', 8, 18, 8, 26), 'wrong'],
    ['a confluence over a B-line, which experts may say', box('b_line_confluence', 21, 16, 7, 48), 'unclear'],
  ] as const)('judges %s', (_, item, verdict) => {
    expect(proposalJudge(one(item), key)).toBe(verdict);
  });
});

describe('trapPlant', () => {
  const planted = TRAPS.map(
    (trap) => [trap, trapPlant(trap, trap === 'missed_confluence' ? merged : key)] as const,
  );

  it.each(planted)('plants %s where the image has a place for it', (trap, made) => {
    if (trap === 'missed_confluence') {
      expect(made!.proposed).toBeNull();
      expect(made!.instead.map(({ finding }) => finding)).toEqual(['b_line_confluence']);
      return;
    }
    expect(proposalJudge(made!.proposed!, key)).toBe('wrong');
  });

  it('draws each error where it says', () => {
    const of = (trap: (typeof TRAPS)[number]) => trapPlant(trap, key)!.proposed!;
    // The shadow of a rib, 2 mm below the pleural line and 26 mm deep; 90 % of the rib's width.
    expect(of('shadow_as_effusion')).toMatchObject({ finding: 'pleural_effusion' });
    expect(of('shadow_as_effusion').depthFromMm).toBeGreaterThan(16);
    expect(Math.abs(of('shadow_as_effusion').centre.x)).toBeCloseTo(20, 0);
    // 3 mm wide, so that the second one lies 6 mm beside it at first: on the right there is room.
    expect(
      of('b_line_doubled').centre.x - key.findings.find(({ finding }) => finding === 'b_line')!.centre.x,
    ).toBe(6);
    // The A-line itself, under another name.
    expect(of('a_line_as_pleura').pixels).toEqual(
      key.findings.find(({ finding }) => finding === 'a_line')!.pixels,
    );
    const tail = of('z_line_as_b_line');
    expect(tail.depthToMm - tail.depthFromMm).toBeLessThanOrEqual(18);
  });

  it('plants nothing where there is nothing to be taken for it', () => {
    expect(trapPlant('missed_confluence', key)).toBeNull();
    expect(trapPlant('b_line_doubled', merged)).toBeNull();
    expect(trapPlant('a_line_as_pleura', merged)).toBeNull();
  });
});

/** The network sees one B-line, calls the A-line pleura as well, and an effusion under the left rib. */
const NETWORK = maskOf([
  box('rib', 8, 8, 8, 4),
  box('pleural_line', 18, 14, 24, 2),
  box('a_line', 18, 29, 4, 2),
  box('b_line', 23, 16, 3, 48),
  box('pleural_effusion', 8, 18, 8, 30),
]);

describe('networkRead', () => {
  it('tells what the network has right, wrong and not at all', () => {
    const { right, wrong, missed } = networkRead(NETWORK, key);
    expect(right.map(({ finding }) => finding)).toEqual(['rib', 'pleural_line', 'a_line', 'b_line']);
    expect(wrong.map(({ proposed, error }) => [proposed.finding, error])).toEqual([
      ['pleural_effusion', 'shadow_as_effusion'],
    ]);
    expect(missed.map(({ centre }) => centre.x)).toEqual([5.5]);
  });

  it('draws the network without what is wrong by the truth', () => {
    const drawn = networkChecked(NETWORK, key);
    expect(drawn.classes.includes(FINDING_INDEX.pleural_effusion)).toBe(false);
    expect(drawn.classes[20 * 64 + 24]).toBe(FINDING_INDEX.b_line);
  });
});

describe('proposalPlan', () => {
  const plan = (seed: number, wish = WISH_ANY) => proposalPlan(key, NETWORK, wish, seed);

  it('proposes the same for the same seed, numbered from left to right', () => {
    expect(plan(3)).toEqual(plan(3));
    const { proposals } = plan(3);
    expect(proposals.map(({ number }) => number)).toEqual(proposals.map((_, i) => i + 1));
    const xs = proposals.map(({ centre }) => centre.x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  it("takes the network's own errors first, what it does not see among them, and never more than six", () => {
    const plans = Array.from({ length: 60 }, (_, seed) => plan(seed));
    for (const { proposals, omission, missing } of plans) {
      expect(proposals.length).toBeLessThanOrEqual(PROPOSALS_MAX);
      expect(omission).toMatchObject({ finding: 'b_line', error: 'other' });
      expect(missing).toContain('b_line');
      const wrong = proposals.filter(({ error }) => error !== null);
      expect(wrong.length + 1).toBeLessThanOrEqual(4);
      for (const { error, isPlanted, ...instance } of proposals) {
        expect(proposalJudge(instance, key)).toBe(error === null ? 'right' : 'wrong');
        if (isPlanted) expect(TRAPS).toContain(error);
      }
    }
    const counts = new Set(
      plans.map(({ proposals }) => proposals.filter(({ error }) => error !== null).length),
    );
    expect(counts.size).toBeGreaterThan(1);
  });

  it('fills in what the network does not see where its own errors are not wanted', () => {
    const wish = { traps: ['b_line_doubled'], hasOwnErrors: false, errors: { least: 1, most: 1 } } as const;
    const { proposals, omission, missing } = plan(1, wish);
    expect([omission, missing]).toEqual([null, []]);
    expect(proposals.filter(({ error }) => error !== null).map(({ error }) => error)).toEqual([
      'b_line_doubled',
    ]);
    expect(proposals.filter(({ finding, error }) => finding === 'b_line' && error === null)).toHaveLength(2);
  });

  it('leaves a confluence out, and says that it is missing', () => {
    const wish = {
      traps: ['missed_confluence'],
      hasOwnErrors: false,
      errors: { least: 1, most: 1 },
    } as const;
    const { proposals, omission, missing } = proposalPlan(merged, null, wish, 1);
    expect(omission).toMatchObject({ finding: 'b_line_confluence', error: 'missed_confluence' });
    expect(missing).toEqual(['b_line_confluence']);
    expect(proposals.some(({ finding }) => finding === 'b_line_confluence')).toBe(false);
  });
});

describe('proposalMended', () => {
  it('makes another class of it, and moves it along and across the scan lines', () => {
    const pleura = one(box('pleural_line', 18, 29, 4, 2));
    const asALine = proposalMended(pleura, { finding: 'a_line', rightMm: 0, deeperMm: 0 }, TRUTH)!;
    expect(proposalJudge(asALine, key)).toBe('right');
    const beside = one(box('b_line', 30, 16, 3, 48));
    const moved = proposalMended(beside, { finding: 'b_line', rightMm: 6, deeperMm: 0 }, TRUTH)!;
    expect(moved.centre.x).toBeCloseTo(beside.centre.x + 6, 6);
    expect(proposalJudge(moved, key)).toBe('right');
    expect(proposalMended(beside, { finding: 'b_line', rightMm: 200, deeperMm: 0 }, TRUTH)).toBeNull();
  });
});
