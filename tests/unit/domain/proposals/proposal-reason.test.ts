import { describe, expect, it } from 'vitest';
import { instancesFind } from '../../../../src/domain/grading/instances.ts';
import type { Proposal } from '../../../../src/domain/proposals/proposal.ts';
import { proposalPlan } from '../../../../src/domain/proposals/proposal-plan.ts';
import { proposalReason } from '../../../../src/domain/proposals/proposal-reason.ts';
import type { ProposalError } from '../../../../src/domain/proposals/trap.ts';
import { type Box, box, maskOf } from '../grading/fixture.ts';
import { keyTrue, TRUTH, TRUTH_MERGED } from './fixture.ts';

const key = keyTrue();

function proposed(item: Box, error: ProposalError | null): Proposal {
  const instance = instancesFind(maskOf([item]), item.finding)[0]!;
  return { ...instance, id: `1.${item.finding}`, number: 1, error, isPlanted: false };
}

const reasonOf = (error: ProposalError, item: Box, beside: readonly Proposal[] = []) =>
  proposalReason(proposed(item, error), error, { proposals: beside }, key);

describe('proposalReason', () => {
  it('finds the rib in whose shadow a false effusion lies, and how much of it', () => {
    // Half of its columns, 12 to 15 of 12 to 19, are those of the rib whose front begins in row 8.
    const reason = reasonOf('shadow_as_effusion', box('pleural_effusion', 12, 20, 8, 20));
    expect(reason).toMatchObject({ code: 'shadow', share: 0.5 });
    expect((reason as { ribMm: number }).ribMm).toBeCloseTo(8.5, 5);
  });

  it('finds the pleural line that an A-line echoes', () => {
    const reason = reasonOf('a_line_as_pleura', box('pleural_line', 18, 29, 4, 2));
    expect(reason).toMatchObject({ code: 'echo', multiple: 2 });
    expect((reason as { pleuraMm: number }).pleuraMm).toBeCloseTo(15, 0);
  });

  it('measures how far a second B-line lies beside the true one', () => {
    expect(reasonOf('b_line_doubled', box('b_line', 29, 16, 3, 48))).toMatchObject({
      code: 'doubled',
      rightMm: -6,
    });
  });

  it('measures what ends early, and what is left to the bottom', () => {
    const reason = reasonOf('z_line_as_b_line', box('b_line', 29, 16, 3, 18));
    expect(reason).toMatchObject({ code: 'ends' });
    const { longMm, leftMm } = reason as { longMm: number; leftMm: number };
    expect(longMm).toBeCloseTo(17, 5);
    expect(leftMm).toBeCloseTo(key.mask.sector.depthMm - 33.5, 5);
  });

  it('finds what was moved by one space in the space beside', () => {
    // The space left of the left rib, columns 0 to 11, has its middle 24 columns left of that between the ribs.
    const reason = reasonOf('rib_space_drift', box('b_line', 2, 16, 3, 48));
    expect(reason).toMatchObject({ code: 'other_space' });
    expect((reason as { rightMm: number }).rightMm).toBe(21);
  });

  it.each([
    ['another class', box('consolidation', 18, 14, 24, 2), { code: 'other_class', actual: 'pleural_line' }],
    [
      'a place beside one that nobody proposes',
      box('b_line', 29, 16, 3, 48),
      { code: 'displaced', rightMm: -6 },
    ],
    ['a class of which there is none', box('consolidation', 27, 40, 6, 10), { code: 'nowhere' }],
  ] as const)('tells of an error without a name: %s', (_, item, reason) => {
    expect(reasonOf('other', item)).toMatchObject(reason);
  });

  it('calls nothing displaced that is proposed in its place as well', () => {
    const both = [proposed(box('b_line', 23, 16, 3, 48), null), proposed(box('b_line', 36, 16, 3, 48), null)];
    expect(reasonOf('other', box('b_line', 29, 16, 3, 48), both)).toMatchObject({
      code: 'elsewhere',
      place: { point: { y: 16.5 } },
    });
  });
});

it('of what is left out a plan says where it starts, how wide it is, and how much more there is', () => {
  const merged = keyTrue(TRUTH_MERGED);
  const wish = { traps: ['missed_confluence'], hasOwnErrors: false, errors: { least: 1, most: 1 } } as const;
  const { omission } = proposalPlan(merged, null, wish, 1);
  expect(omission).toMatchObject({ finding: 'b_line_confluence', more: 0 });
  expect(omission!.place.point.y).toBeCloseTo(16.5, 5);
  expect(omission!.widthMm!).toBeCloseTo(12, 0);

  // A network that sees no B-line leaves out both.
  const blind = maskOf([box('rib', 8, 8, 8, 4), box('rib', 44, 8, 8, 4), box('pleural_line', 18, 14, 24, 2)]);
  const own = proposalPlan(keyTrue(TRUTH), blind, { ...wish, traps: [], hasOwnErrors: true }, 1);
  expect(own.omission).toMatchObject({ finding: 'b_line', error: 'other', more: 1 });
});
