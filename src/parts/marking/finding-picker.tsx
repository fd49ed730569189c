import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import { Choice } from '../../ui/choice.tsx';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { say } from '../../ui/words/say.ts';

/** The classes that a step asks for, each with its colour, pattern, name and key (1-7). */
export function FindingPicker({
  findings,
  chosen,
  onPick,
}: {
  readonly findings: readonly MarkableFinding[];
  readonly chosen: MarkableFinding;
  readonly onPick: (finding: MarkableFinding) => void;
}) {
  return (
    <fieldset class="picker">
      <legend>{say('marking.classes')}</legend>
      <div class="picker-grid">
        {findings.map((finding) => (
          <Choice
            key={finding}
            name="finding"
            value={finding}
            isChosen={finding === chosen}
            onPick={() => onPick(finding)}
          >
            <FindingSwatch finding={finding} />
            {say(`findings.${finding}.label`)}
            <span class="choice-key">{MARKABLE_FINDINGS.indexOf(finding) + 1}</span>
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
