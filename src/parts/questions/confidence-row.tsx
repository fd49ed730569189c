import type { Confidence } from '../../domain/learning/confidence-level.ts';
import { say } from '../../ui/words/say.ts';

const LEVELS = [
  [1, 'guess'],
  [2, 'unsure'],
  [3, 'fairly'],
  [4, 'sure'],
] as const satisfies readonly (readonly [Confidence, string])[];

/** Asks how sure the learner is; each answer hands in what was answered before. */
export function ConfidenceRow({
  isDisabled,
  onSure,
}: {
  readonly isDisabled: boolean;
  readonly onSure: (confidence: Confidence) => void;
}) {
  return (
    <fieldset class="confidence-row">
      <legend>{say('rounds.confidence.label')}</legend>
      {LEVELS.map(([level, name]) => (
        <button
          key={level}
          type="button"
          class="button button-primary"
          aria-keyshortcuts={`${level}`}
          data-testid={`sure-${level}`}
          disabled={isDisabled}
          onClick={() => onSure(level)}
        >
          <kbd>{level}</kbd>
          {say(`rounds.confidence.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
