import { HINTS_COST_MAX, hintNextCost, hintsLeave } from '../../domain/scenario/hint-cost.ts';
import type { Hint } from '../../domain/scenario/scenario.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';

/** The way in which the rest of the score is earned after hints. */
export type HintEarning = 'answered' | 'drawn' | 'drawnOver' | 'frozen';

/** The next rung can be bought with score; those already taken stay readable. */
export function HintLadder({
  hints,
  taken,
  isBusy,
  on = 'image',
  earnBy = 'answered',
  onTake,
}: {
  readonly hints: readonly Hint[];
  /** How many rungs were taken. */
  readonly taken: number;
  readonly isBusy: boolean;
  /** The place where hints are shown. */
  readonly on?: 'image' | 'chest';
  readonly earnBy?: HintEarning;
  readonly onTake: () => void;
}) {
  if (hints.length === 0) return null;
  const next = hints[taken];
  const words = hints.slice(0, taken).flatMap((hint) => (hint.text === null ? [] : [hint.text]));
  return (
    <section class="hints" aria-label={say('reveal.hints.label')}>
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
        <p class="soft small">{say('reveal.hints.none')}</p>
      ) : (
        <button type="button" class="button button-wide" disabled={isBusy} onClick={onTake}>
          <Icon name="bulb" />
          <span>
            {say(`reveal.hints.${on}.${next.kind}`)}
            <span class="hint-cost"> {costWords(hintNextCost(hints, taken))}</span>
          </span>
        </button>
      )}
    </section>
  );
}

function costWords(cost: number): string {
  return cost === 0 ? say('reveal.hints.free') : say('reveal.hints.cost', { count: cost });
}

/** The price of hints at most, and the points that can still be earned after those taken. */
function priceSentence(hints: readonly Hint[], taken: number, earnBy: HintEarning): string {
  return taken === 0
    ? say('reveal.hints.most', { most: HINTS_COST_MAX })
    : say(`reveal.hints.left.${earnBy}`, { left: hintsLeave(hints, taken), most: HINTS_COST_MAX });
}
