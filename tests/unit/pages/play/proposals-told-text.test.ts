import { expect, test } from 'vitest';
import { instancesFind } from '../../../../src/domain/grading/instances.ts';
import type { ProposalsTry } from '../../../../src/domain/learning/progress.ts';
import type { ProposalPlan } from '../../../../src/domain/proposals/proposal.ts';
import type { ProposalError } from '../../../../src/domain/proposals/trap.ts';
import { proposalsTold } from '../../../../src/pages/play/proposals-told-text.ts';
import { type Box, box, maskOf } from '../../domain/grading/fixture.ts';
import { keyTrue } from '../../domain/proposals/fixture.ts';

const key = keyTrue();
const place = { point: { x: 0, y: 22 }, lateral: 0 };

const omitted = (error: 'other' | 'missed_confluence') => {
  const omission = {
    finding: 'b_line_confluence',
    error,
    centre: { x: 0, y: 40 },
    place,
    widthMm: 12,
    more: 1,
  };
  return proposalsTold({ proposals: [], omission } as unknown as ProposalPlan, null, key)[0]!;
};

test('of what was left out it is told where it is and why, also where the network itself did not see it', () => {
  expect(omitted('missed_confluence')).toMatchObject({ text: 'Left out: B-line confluence.', isGood: false });
  expect(omitted('missed_confluence').why).toEqual([
    'Planted error: confluence left out.',
    'It is there, starting 22 mm deep, in the middle, and about 12 mm wide at the pleural line; a confluence is B-lines merged with no gap between them.',
    'One more finding is left out as well.',
    'Look through the whole pleural line yourself: what is not proposed is missed most easily.',
  ]);
  expect(omitted('other').why[0]).toBe('Error of the network itself: a finding missed.');
});

/** Told of a plan with one proposal, on which `act` was done. */
function toldOf(item: Box, error: ProposalError | null, isPlanted: boolean, act: string) {
  const instance = instancesFind(maskOf([item]), item.finding)[0]!;
  const proposals = [{ ...instance, id: `1.${item.finding}`, number: 1, error, isPlanted }];
  const judged = { proposals: [{ error, act, isMendRight: null }], missing: null };
  const made = { isSkipped: false, judged } as unknown as ProposalsTry;
  return proposalsTold({ proposals, omission: null, missing: [] } as ProposalPlan, made, key)[0]!;
}

test('a wrong proposal is told with whose error it is, what shows it on this image, and the rule', () => {
  const told = toldOf(box('b_line', 29, 16, 3, 48), 'b_line_doubled', true, 'accept');
  expect(told.text).toBe('1 B-line: wrong, but you accepted it.');
  expect(told.why).toEqual([
    'Planted error: B-line seen double.',
    'The one that is there starts 6 mm further left; none starts where this one was proposed.',
    'Follow each beam up: where no second one leaves the pleural line, there is none.',
  ]);
  const own = toldOf(box('consolidation', 27, 40, 6, 10), 'other', false, 'reject');
  expect(own.why).toEqual([
    'Error of the network itself: something proposed that is not there.',
    'There is no consolidation to be seen on this image; consolidated lung looks like tissue and lies right under the pleural line.',
  ]);
});

test('a right proposal that was rejected is told where it is, and one that was accepted is not', () => {
  const line = box('b_line', 23, 16, 3, 48);
  expect(toldOf(line, null, false, 'accept').why).toEqual([]);
  expect(toldOf(line, null, false, 'reject').why).toEqual([
    'It is there, starting 17 mm deep, left of the middle; a B-line starts at the pleural line and runs to the bottom of the image without fading.',
  ]);
});

test('who says that nothing is missing is told for what that holds, and what is there and not proposed', () => {
  const judged = {
    proposals: [],
    missing: { said: null, isTrue: true, finding: null, error: null, confidence: 4 },
  };
  const made = { isSkipped: false, judged } as unknown as ProposalsTry;
  const told = (missing: readonly string[]) =>
    proposalsTold({ proposals: [], omission: null, missing } as unknown as ProposalPlan, made, key)[0];
  expect(told([])).toMatchObject({
    text: 'No B-line, confluence, effusion or consolidation was left out, and you said so. Ribs, pleural line and A-lines are not all proposed.',
    isGood: true,
  });
  expect(told(['b_line', 'consolidation'])?.text).toBe(
    'None was left out as an error of its own, and you said so. Also there, and not proposed: B-line and Consolidation.',
  );
});

test('who names another finding than the one left out is told so, and who names one that is there is not told that none is missing', () => {
  const told = (omission: unknown, said: string | null, isTrue = false) => {
    const judged = { proposals: [], missing: { said, isTrue, finding: null, error: null, confidence: 4 } };
    const made = { isSkipped: false, judged } as unknown as ProposalsTry;
    const plan = { proposals: [], omission, missing: ['consolidation'] } as unknown as ProposalPlan;
    return proposalsTold(plan, made, key)[0];
  };
  const omission = {
    finding: 'b_line_confluence',
    error: 'missed_confluence',
    centre: { x: 0, y: 40 },
    place,
    widthMm: 12,
    more: 0,
  };
  expect(told(omission, 'b_line')).toMatchObject({
    text: 'Left out: B-line confluence. You named another finding as missing: B-line.',
    isGood: false,
  });
  expect(told(omission, null)?.text).toBe('Left out: B-line confluence. You did not say so.');
  expect(told(omission, 'b_line_confluence', true)).toMatchObject({
    text: 'Left out: B-line confluence. You said that it is missing.',
    isGood: true,
  });
  // Of several that are missing one is enough, and it is told which was named.
  expect(told(omission, 'consolidation', true)).toMatchObject({
    text: 'Left out: B-line confluence. You named another finding that is not proposed either: Consolidation.',
    isGood: true,
  });
  // Another one is missing, for want of room: that none is would be untrue.
  expect(told(null, 'b_line')?.text).toBe('You said that one is missing: B-line. It is not.');
});
