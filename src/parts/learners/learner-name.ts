import type { LearnerList } from '../../domain/learners/learner-list.ts';
import { say } from '../../ui/words/say.ts';

/** The name of a learner in the list; who has none is told by the place in it. */
export function learnerName({ learners }: LearnerList, key: string): string {
  const at = learners.findIndex((each) => each.key === key);
  return learners[at]?.name || say('learners.unnamed', { number: at + 1 });
}
