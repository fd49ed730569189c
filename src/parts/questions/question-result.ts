import { type QuestionTry, type StepResult, tryLatest } from '../../domain/learning/progress.ts';
import type { Answer } from '../../domain/scenario/answer.ts';
import { say } from '../../ui/words/say.ts';
import { numberWords } from './number-words.ts';
import type { Asked, ReplyShown } from './question-panel.tsx';

/** A question's stored result in words; `answer`: what is right by the image, where that is at hand. */
export function replyShow(
  step: Pick<Asked, 'reply'> & { readonly explain: string },
  result: StepResult | undefined,
  answer: Answer | null = null,
): ReplyShown | null {
  if (result?.kind !== 'question') return null;
  const { reply } = step;
  const latest = tryLatest(result);
  const words = (value: number | string | null): string | null => {
    const label = replyWords(reply, value);
    return label === null || reply.kind === 'number' ? label : say('questions.reply.choice', { label });
  };
  return {
    score: result.latestScore,
    credit: creditOf(reply, latest),
    hintCost: result.hintCost,
    reply: words(latest.reply),
    expected: words(latest.expected),
    why: [
      ...whyOf(reply, latest.expected),
      ...(latest.reply === latest.expected ? [] : whyOf(reply, latest.reply)),
      ...rangeWhy(answer, words),
      ...blasWhy(reply, latest.expected, words),
      step.explain,
    ],
  };
}

/** How right a reply was before hints were taken off; null where it was not scored. */
function creditOf(
  asked: Asked['reply'],
  { score, hintCost, reply, expected }: QuestionTry,
): ReplyShown['credit'] {
  if (score === null) return null;
  if (reply !== null && reply === expected) return score > 0 && score + hintCost < 100 ? 'half' : 'right';
  if (score > 0) return score + hintCost >= 100 ? 'right' : 'half';
  if (hintCost === 0 || asked.kind === 'choice') return 'wrong';
  // Hints took all of it: what is left is how far it was off.
  const off = Math.abs(Number(reply ?? Number.NaN) - Number(expected ?? Number.NaN));
  if (off <= asked.tolerance) return 'right';
  return off <= asked.halfCreditWithin ? 'half' : 'wrong';
}

/** What is said of a choice: of the right one as well, which on another image is another one. */
function whyOf(reply: Asked['reply'], value: number | string | null): readonly string[] {
  if (reply.kind !== 'choice') return [];
  const why = reply.options.find((option) => option.value === value)?.why ?? null;
  return why === null ? [] : [why];
}

/** A reply to a question in words; null of none. */
export function replyWords(reply: Asked['reply'], value: number | string | null): string | null {
  if (value === null) return null;
  if (reply.kind === 'number') return typeof value === 'number' ? numberWords(reply, value) : value;
  return reply.options.find((option) => option.value === value)?.label ?? `${value}`;
}

/** Of a number on which experts differ for this image: what else is right. */
function rangeWhy(
  answer: Answer | null,
  words: (value: number | string) => string | null,
): readonly string[] {
  const { least, most } = answer ?? {};
  if (least === undefined || most === undefined || least === most) return [];
  return [say('questions.experts', { least, most: words(most) ?? most })];
}

/** Of a share that was counted on the image: what is drawn there. */
function blasWhy(
  reply: Asked['reply'],
  expected: number | string | null,
  words: (value: number | string) => string | null,
): readonly string[] {
  if (reply.kind !== 'number' || reply.answer !== 'blas_percent' || expected === null) return [];
  const share = expected === 0 ? null : words(expected);
  return [share === null ? say('questions.blas.none') : say('questions.blas.drawn', { share })];
}
