import { expect, test } from 'vitest';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { DECISIONS_NONE } from '../../../../src/domain/proposals/decision.ts';
import type { Proposal } from '../../../../src/domain/proposals/proposal.ts';
import { choiceOf, proposalStood } from '../../../../src/pages/play/proposal-choice.ts';

/** 20 x 20 pixels of 1 mm, parallel scan lines. */
const LIKE: Mask = {
  width: 20,
  height: 20,
  classes: new Uint8Array(400),
  sector: { kind: 'linear', mmPerPx: 1, originPx: { x: 10, y: 0 }, widthMm: 20, depthMm: 20 },
};

/** Four pixels on four, from 5 mm deep on in the middle. */
const PROPOSAL = {
  id: '1.rib',
  number: 1,
  finding: 'rib',
  pixels: Int32Array.from({ length: 16 }, (_, at) => (5 + (at >> 2)) * 20 + 10 + (at % 4)),
  areaMm2: 16,
  centre: { x: 2, y: 7 },
  mean: { lateral: 0.2, depthMm: 7 },
  lateralFrom: 0,
  lateralTo: 0.4,
  depthFromMm: 5,
  depthToMm: 9,
  origin: { lateral: 0.2, depthMm: 5 },
  error: null,
  isPlanted: false,
} as unknown as Proposal;

test('a proposal stands where it is mended to, while that is begun and when it was decided', () => {
  const mend = { finding: 'rib', rightMm: 0, deeperMm: 4 } as const;
  expect(proposalStood(PROPOSAL, DECISIONS_NONE, null, LIKE)).toBe(PROPOSAL);
  const begun = proposalStood(PROPOSAL, DECISIONS_NONE, { ...choiceOf('1.rib'), mend }, LIKE);
  expect(begun?.centre.y).toBeCloseTo(11, 5);
  const byId = { '1.rib': { act: 'mend', confidence: 4, mend } as const };
  expect(proposalStood(PROPOSAL, { byId, missing: null }, null, LIKE)?.centre).toEqual(begun?.centre);
});
