import { expect, test } from 'vitest';
import type { ProposalsTry } from '../../../../src/domain/learning/progress.ts';
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

test('who says that nothing is missing is told for what that holds, and what there was no room for', () => {
  const judged = {
    proposals: [],
    missing: { said: null, isTrue: true, finding: null, error: null, confidence: 4 },
  };
  const made = { isSkipped: false, judged } as unknown as ProposalsTry;
  const told = (missing: readonly string[]) =>
    proposalsTold({ proposals: [], omission: null, missing } as unknown as ProposalPlan, made)[0];
  expect(told([])).toMatchObject({
    text: 'No B-line, confluence, effusion or consolidation was left out, and you said so. Ribs, pleural line and A-lines are not all proposed.',
    isGood: true,
  });
  expect(told(['b_line', 'consolidation'])?.text).toBe(
    'None was left out in error, and you said so. There was no room to propose all that is there: B-line and Consolidation as well.',
  );
});
