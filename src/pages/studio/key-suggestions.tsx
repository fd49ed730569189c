import { useEffect, useRef } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { type KeySuggestion, suggestionClasses } from '../../domain/studio/key-suggestion.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';

/** Marks that are offered for the image, class by class: taken over or left, all of them or one after the other. */
export function KeySuggestions({
  suggestion,
  onAccept,
  onReject,
}: {
  readonly suggestion: KeySuggestion;
  /** Null for all classes. */
  readonly onAccept: (finding: MarkableFinding | null) => void;
  readonly onReject: (finding: MarkableFinding | null) => void;
}) {
  const classes = suggestionClasses(suggestion);
  const box = useRef<HTMLElement>(null);
  // Rows go as they are decided, and the focus with them.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) box.current?.focus();
  }, [suggestion]);
  return (
    <section
      class="studio-suggestions stack"
      aria-label={say('studio.suggested.heading')}
      tabIndex={-1}
      ref={box}
    >
      <h3>{say('studio.suggested.heading')}</h3>
      <p class="small">{say('studio.suggested.help')}</p>
      <ul>
        {classes.map(({ finding, count }) => {
          const label = say(`findings.${finding}.label`);
          return (
            <li key={finding}>
              <FindingSwatch finding={finding} />
              <span>{say('marking.drawn.count', { finding: label, count })}</span>
              <button
                type="button"
                class="button studio-decide"
                aria-label={say('studio.suggested.accept', { finding: label })}
                title={say('studio.suggested.accept', { finding: label })}
                onClick={() => onAccept(finding)}
              >
                <Icon name="check" />
              </button>
              <button
                type="button"
                class="button studio-decide"
                aria-label={say('studio.suggested.reject', { finding: label })}
                title={say('studio.suggested.reject', { finding: label })}
                onClick={() => onReject(finding)}
              >
                <Icon name="cross" />
              </button>
            </li>
          );
        })}
      </ul>
      <div class="panel-foot-row">
        <button type="button" class="button" onClick={() => onAccept(null)}>
          {say('studio.suggested.acceptAll')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => onReject(null)}>
          {say('studio.suggested.rejectAll')}
        </button>
      </div>
    </section>
  );
}
