import type { MarkableFinding } from '../findings/finding.ts';
import { markableFindingSchema } from '../findings/finding-schema.ts';
import type { Mask } from '../frame/frame.ts';
import type { Instance } from '../grading/instances.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { finiteSchema, objectSchema } from '../stored/values.ts';
import { instanceShift, lateralOfMm } from './instance-shift.ts';

/** What a learner makes of a proposal: another class, another place, or both. */
export interface ProposalMend {
  readonly finding: MarkableFinding;
  /** Across the scan lines, at the depth where it begins, mm. */
  readonly rightMm: number;
  /** Along the scan lines, mm. */
  readonly deeperMm: number;
}

export const proposalMendSchema: StoredSchema<ProposalMend> = objectSchema({
  finding: markableFindingSchema,
  rightMm: finiteSchema,
  deeperMm: finiteSchema,
});

/** What is left of a proposal that is mended so; null where it was moved out of the image. */
export function proposalMended(one: Instance, mend: ProposalMend, like: Mask): Instance | null {
  const lateral = lateralOfMm(one, like, mend.rightMm);
  return instanceShift(one, like, { lateral, deeperMm: mend.deeperMm }, mend.finding);
}

/** Whether it changes anything. */
export function mendIsNone({ finding }: Pick<Instance, 'finding'>, mend: ProposalMend): boolean {
  return mend.finding === finding && mend.rightMm === 0 && mend.deeperMm === 0;
}
