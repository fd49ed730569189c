import type { Mask } from '../frame/frame.ts';
import type { Key } from '../grading/grade.ts';
import { anatomyRead } from '../grading/key/anatomy-read.ts';
import { findingsDraw } from '../grading/key/draw.ts';
import { proposalJudge } from './proposal-judge.ts';

/** The network's findings, drawn, but for those that are wrong by the truth. */
export function networkChecked(network: Mask, key: Key): Mask {
  const kept = anatomyRead(network).findings.filter((one) => proposalJudge(one, key) !== 'wrong');
  return findingsDraw(kept, network);
}
