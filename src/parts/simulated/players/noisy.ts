import { marksBlur } from '../../../domain/marks/marks-blur.ts';
import { type Random, randomChance } from '../../../domain/numbers/random.ts';
import { MISSABLE } from '../../../domain/proposals/proposal.ts';
import { CHOICE_VALUES } from '../../../domain/scenario/answer-source.ts';
import type { Player, QuestionTask } from '../player.ts';
import { perfectCreate, signRight } from './perfect.ts';

/** How many replies are not right. */
const WRONG = 0.3;

/** A number that is no count is off by so much of its range. */
const OFF_SHARE = 0.1;

/** Knows what is right, but draws and says it badly. */
export function noisyCreate(random: Random): Player {
  const perfect = perfectCreate();
  return {
    marks: (task) => marksBlur(task.right, task.sector, random),
    reply: (task) => (randomChance(random, WRONG) ? replyBeside(task, random) : task.right),
    pose: (task) => (task.tries === 0 && randomChance(random, WRONG) ? task.here : perfect.pose(task)),
    sign(task) {
      const right = signRight(task);
      if (right === null || !randomChance(random, WRONG)) return right;
      const values = task.options.map(({ value }) => value);
      return { ...right, value: neighbour(values, right.value, random) };
    },
    reading({ right, asksSliding }) {
      const pattern = randomChance(random, WRONG)
        ? neighbour(CHOICE_VALUES.pattern, right.pattern, random)
        : right.pattern;
      return { pattern, sliding: asksSliding ? right.sliding : null };
    },
    proposal({ proposal }) {
      const isAccepted = (proposal.error === null) !== randomChance(random, WRONG);
      return { act: isAccepted ? 'accept' : 'reject', confidence: 3, mend: null };
    },
    missing({ right }) {
      const finding = randomChance(random, WRONG) ? neighbour([null, ...MISSABLE], right, random) : right;
      return { finding, confidence: 3 };
    },
  };
}

function replyBeside({ reply, right }: QuestionTask, random: Random): number | string | null {
  if (reply.kind === 'choice') {
    const values = reply.options.map(({ value }) => value);
    return typeof right === 'string' ? neighbour(values, right, random) : right;
  }
  if (typeof right !== 'number') return right;
  const off =
    (reply.isCount ? 1 : OFF_SHARE * (reply.max - reply.min)) * (randomChance(random, 0.5) ? 1 : -1);
  return right + off > reply.max || right + off < reply.min ? right - off : right + off;
}

/** The value before or after one of a list, which goes round. */
function neighbour<Value>(values: readonly Value[], value: Value, random: Random): Value {
  const step = randomChance(random, 0.5) ? 1 : values.length - 1;
  return values[(values.indexOf(value) + step) % values.length] ?? value;
}
