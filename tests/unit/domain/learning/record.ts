import type { ItemRecord } from '../../../../src/domain/learning/item-record.ts';

/** A right, fast, unaided answer to a simulated image with B-lines. */
export const RECORD: ItemRecord = {
  version: 1,
  id: 'r',
  evidence: [{ skill: 'b_line.find', grade: 90, isRight: true }],
  source: { kind: 'phantom', seed: 7 },
  difficulty: {
    level: 'standard',
    isNormal: false,
    measured: { contrastDb: 12, sizeMm: 3, distractors: 1, gainDb: 0, depthMm: 120, look: 'clean' },
  },
  grade: 90,
  isRight: true,
  answerMs: 4_000,
  confidence: null,
  hints: 0,
  aid: 'none',
  policy: 'round',
  isFirst: true,
  atMs: Date.UTC(2026, 0, 1),
};
