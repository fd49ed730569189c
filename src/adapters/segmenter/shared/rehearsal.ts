import { PHANTOM_PATTERNS, type PhantomPattern } from '../../../domain/scan/phantom-request.ts';
import type { NetworkSpecification } from '../../../network/network-specification.ts';
import { type Example, exampleOf } from '../../../network/tuning/example.ts';
import { phantomFrame, phantomOpen } from '../../../simulator/exam/phantom.ts';

/** Side of the square at which the phantom draws, as in the game. */
const RENDER_PX = 512;
/** Any exams of the training split will do. */
const SEED_FIRST = 5000;
/** An image of the running exam. */
const FRAME_INDEX = 30;

const PATTERNS = PHANTOM_PATTERNS.filter((pattern): pattern is PhantomPattern => pattern !== 'any');

/**
 * Examples of the kind that the network was trained on, of every pattern in turn. Learnt from beside a person's own
 * few frames, they keep what those do not show: findings that happen not to be among them would else be unlearnt.
 */
export function rehearsalDraw({ input, classes }: NetworkSpecification, count: number): readonly Example[] {
  return Array.from({ length: count }, (_, place) => {
    const pattern = PATTERNS[place % PATTERNS.length]!;
    const phantom = phantomOpen({ seed: SEED_FIRST + place, split: 'train', edition: 'varied', pattern });
    const { frame, truth } = phantomFrame(phantom, FRAME_INDEX, RENDER_PX);
    return exampleOf(input, classes.length, frame, truth.mask);
  });
}
