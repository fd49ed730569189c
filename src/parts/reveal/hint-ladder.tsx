import { HINTS_COST_MAX, hintNextCost, hintsLeave } from '../../domain/scenario/hint-cost.ts';
import type { Hint, HintKind } from '../../domain/scenario/scenario.ts';
import { Icon } from '../../ui/icon.tsx';

const RUNG: Readonly<Record<HintKind, string>> = {
  word: 'A word',
  region: 'A region',
  outline: 'An outline',
  answer: 'The answer',
};

/** The next rung can be bought with score; those already taken stay readable. */
export function HintLadder({
  hints,
  taken,
  isBusy,
  rungs = RUNG,
  earnBy = 'Answered rightly',
  onTake,
}: {
  readonly hints: readonly Hint[];
  /** How many rungs were taken. */
  readonly taken: number;
  readonly isBusy: boolean;
  /** What each kind of hint shows here. */
  readonly rungs?: Readonly<Record<HintKind, string>>;
  /** By what the rest of the score is earned after hints, as the beginning of a sentence. */
  readonly earnBy?: string;
  readonly onTake: () => void;
}) {
  if (hints.length === 0) return null;
  const next = hints[taken];
  const words = hints.slice(0, taken).flatMap((hint) => (hint.text === null ? [] : [hint.text]));
  return (
    <section class="hints" aria-label="Hints">
      {words.length > 0 && (
        <ul class="hint-words">
          {words.map((text) => (
            <li key={text}>
              <Icon name="bulb" size={18} />
              {text}
            </li>
          ))}
        </ul>
      )}
      <p class="soft small">{priceSentence(hints, taken, earnBy)}</p>
      {next === undefined ? (
        <p class="soft small">All hints are on the table.</p>
      ) : (
        <button type="button" class="button button-wide" disabled={isBusy} onClick={onTake}>
          <Icon name="bulb" />
          <span>
            Hint: {rungs[next.kind].toLowerCase()}
            <span class="hint-cost"> {costWords(hintNextCost(hints, taken))}</span>
          </span>
        </button>
      )}
    </section>
  );
}

function costWords(cost: number): string {
  return cost === 0 ? 'at no further cost' : `−${cost} points`;
}

/** What hints cost at most, and what can still be earned after those taken. */
function priceSentence(hints: readonly Hint[], taken: number, earnBy: string): string {
  const most = `Hints of one step never cost more than ${HINTS_COST_MAX} points together.`;
  if (taken === 0) return most;
  return `${earnBy}, this still earns up to ${hintsLeave(hints, taken)} of 100. ${most}`;
}
