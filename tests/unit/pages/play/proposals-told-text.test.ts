import { expect, test } from 'vitest';
import type { ProposalPlan } from '../../../../src/domain/proposals/proposal.ts';
import { proposalsTold } from '../../../../src/pages/play/proposals-told-text.ts';

const omitted = (error: 'other' | 'missed_confluence') => {
  const omission = { finding: 'b_line_confluence', error, centre: { x: 0, y: 40 } };
  return proposalsTold({ proposals: [], omission } as unknown as ProposalPlan, null)[0]!;
};

test('of what was left out it is told why, also where the network itself did not see it', () => {
  expect(omitted('missed_confluence')).toMatchObject({ text: 'Left out: B-line confluence.', isGood: false });
  expect(omitted('missed_confluence').why).toMatch(/^Confluence left out\./);
  expect(omitted('other').why).toMatch(/^An error of the network itself: it does not see it\./);
});
