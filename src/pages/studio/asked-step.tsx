import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import { draftProblemsAt } from '../../domain/studio/draft-check.ts';
import { askedAt } from '../../domain/studio/draft-parts.ts';
import { expertKeyAt, keyFindings } from '../../domain/studio/key-read.ts';
import {
  type AskedFile,
  askedAtLevel,
  levelOf,
  levelTolerance,
  TOLERANCE_LEVELS,
} from '../../domain/studio/tolerance-level.ts';
import { Choice } from '../../ui/choice.tsx';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';

/** Which classes learners mark, and how exactly. */
export function AskedStep({ editor }: { readonly editor: DraftEditor }) {
  const values = editor.values.value;
  const parts = editor.parts.value;
  const { mark } = parts;
  if (mark === null) return <p>{say('studio.asked.none')}</p>;
  const asked = askedAt(values, parts);
  const level = levelOf(asked);
  const key = expertKeyAt(values, parts);
  const drawn = keyFindings(key);
  const put = (next: readonly AskedFile[]): void =>
    editor.edit(
      [
        { path: [...mark, 'findings'], value: next },
        { path: ['teaches'], value: next.map(({ finding }) => finding) },
      ],
      null,
    );
  const toggle = (finding: MarkableFinding, isOn: boolean): void =>
    put(
      MARKABLE_FINDINGS.flatMap((one): readonly AskedFile[] => {
        const known = asked.find((other) => other.finding === one);
        if (one !== finding) return known === undefined ? [] : [known];
        return isOn ? [{ finding: one, tolerance_mm: levelTolerance(one, level ?? 'usual') }] : [];
      }),
    );
  const problems = draftProblemsAt(editor.history.value.now.text, editor.check.value.problems, [
    ...mark,
    'findings',
  ]);
  return (
    <div class="stack">
      <fieldset class="studio-choices">
        <legend>{say('studio.asked.classes')}</legend>
        {MARKABLE_FINDINGS.map((finding) => {
          const one = asked.find((other) => other.finding === finding);
          return (
            <label key={finding} class="studio-check">
              <input
                type="checkbox"
                checked={one !== undefined}
                onChange={(event) => toggle(finding, event.currentTarget.checked)}
              />
              <FindingSwatch finding={finding} />
              <span>
                {say(`findings.${finding}.label`)}
                {one !== undefined && (
                  <span class="soft small"> {say('studio.asked.within', { mm: one.tolerance_mm })}</span>
                )}
                {key !== null && one !== undefined && !drawn.has(finding) && (
                  <span class="soft small"> {say('studio.asked.notDrawn')}</span>
                )}
              </span>
            </label>
          );
        })}
      </fieldset>
      {problems.map(({ sentence }) => (
        <p key={sentence} class="studio-problem">
          {sentence}
        </p>
      ))}
      <fieldset class="studio-choices">
        <legend>{say('studio.asked.level')}</legend>
        {TOLERANCE_LEVELS.map((one) => (
          <Choice
            key={one}
            name="tolerance-level"
            value={one}
            isChosen={level === one}
            onPick={() => put(askedAtLevel(asked, one))}
          >
            {say(`studio.level.${one}`)}
          </Choice>
        ))}
      </fieldset>
      <p class="soft small">{say('studio.asked.help')}</p>
    </div>
  );
}
