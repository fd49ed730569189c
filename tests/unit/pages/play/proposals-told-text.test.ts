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

test('who names another finding than the one left out is told so, and who names one that is there is not told that none is missing', () => {
  const told = (omission: unknown, said: string | null, isTrue = false) => {
    const judged = { proposals: [], missing: { said, isTrue, finding: null, error: null, confidence: 4 } };
    const made = { isSkipped: false, judged } as unknown as ProposalsTry;
    const plan = { proposals: [], omission, missing: ['consolidation'] } as unknown as ProposalPlan;
    return proposalsTold(plan, made)[0];
  };
  const omission = { finding: 'b_line_confluence', error: 'missed_confluence', centre: { x: 0, y: 40 } };
  expect(told(omission, 'b_line')).toMatchObject({
    text: 'Left out: B-line confluence. You named another finding as missing: B-line.',
    isGood: false,
  });
  expect(told(omission, null)?.text).toBe('Left out: B-line confluence. You did not say so.');
  expect(told(omission, 'b_line_confluence', true)?.isGood).toBe(true);
  // Another one is missing, for want of room: that none is would be untrue.
  expect(told(null, 'b_line')?.text).toBe('You said that one is missing: B-line. It is not.');
});
