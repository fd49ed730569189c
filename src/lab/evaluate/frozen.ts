import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../../cli/shared/command.ts';
import { framesOf, type TestSet, type TestSetName } from './test-set.ts';

const FROZEN_PATH = fileURLToPath(new URL('./test-set.json', import.meta.url));

interface Frozen {
  readonly frames: number;
  readonly exams: number;
  readonly frames_per_exam: number;
  readonly sha256: string;
}

type FrozenSets = Readonly<Partial<Record<TestSetName, Frozen>>>;

function frozenRead(): FrozenSets {
  return JSON.parse(readFileSync(FROZEN_PATH, 'utf8')) as FrozenSets;
}

/** Freezes a set as it is drawn now; the other set's entry stays. */
export function frozenWrite(set: TestSet, sha256: string): void {
  const { exams, framesPerExam } = set;
  const entry: Frozen = { frames: framesOf(set), exams, frames_per_exam: framesPerExam, sha256 };
  const sets = { ...frozenRead(), [set.name]: entry };
  writeFileSync(FROZEN_PATH, `${JSON.stringify(sets, null, 2)}\n`);
}

/** @throws CommandError when the set that was drawn is not the frozen one. */
export function frozenCheck({ name }: TestSet, sha256: string): void {
  if (frozenRead()[name]?.sha256 === sha256) return;
  throw new CommandError(
    'test-set-changed',
    `The test set ${name} is not the frozen one: the simulator has changed since. Put it back, or, if it was meant to change, run \`npm run evaluate -- --freeze --set ${name}\` and train the network again.`,
  );
}
