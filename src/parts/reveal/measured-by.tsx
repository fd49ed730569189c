import type { ClassGrade, CountGrade } from '../../domain/grading/grade.ts';
import { say } from '../../ui/words/say.ts';
import { strictNote } from './grade-why.ts';

/** Overlap, Dice, counts, and whose key it was: for who wants to know. */
export function MeasuredBy({
  grade,
  keyText,
}: {
  readonly grade: ClassGrade;
  readonly keyText: string | null;
}) {
  const { count } = grade;
  const note = strictNote(grade);
  return (
    <details class="measured-by">
      <summary>{say('reveal.measured.how')}</summary>
      {grade.status === 'scored' && (
        <dl class="grade-figures figures">
          <div>
            <dt>{say('reveal.measured.overlap', { mm: grade.toleranceMm })}</dt>
            <dd>{say('reveal.measured.share', { share: grade.overlap })}</dd>
          </div>
          <div>
            <dt>{say('reveal.measured.dice')}</dt>
            <dd>{say('reveal.measured.share', { share: grade.dice })}</dd>
          </div>
          <div>
            <dt>{say('reveal.measured.iou')}</dt>
            <dd>{say('reveal.measured.share', { share: grade.iou })}</dd>
          </div>
          {count !== null && (
            <div>
              <dt>{say('reveal.measured.lines')}</dt>
              <dd>{countWords(count)}</dd>
            </div>
          )}
        </dl>
      )}
      <p class="small">
        {grade.adapted === undefined
          ? say(`reveal.measured.key.${grade.provenance}`)
          : say('reveal.measured.key.adapted', { name: grade.adapted })}
      </p>
      {note !== null && <p class="small">{note}</p>}
      {keyText !== null && <p class="small">{keyText}</p>}
    </details>
  );
}

function countWords({ matched, expected, marked }: CountGrade): string {
  const facts = { found: matched, expected };
  return marked > matched
    ? say('reveal.measured.countExtra', { ...facts, extra: marked - matched })
    : say('reveal.measured.count', facts);
}
