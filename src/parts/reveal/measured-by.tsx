import type { ClassGrade } from '../../domain/grading/grade.ts';
import { PROVENANCE_LABEL, strictNote } from './grade-why.ts';

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
      <summary>How this was measured</summary>
      {grade.status === 'scored' && (
        <dl class="grade-figures figures">
          <div>
            <dt>Overlap ±{grade.toleranceMm} mm</dt>
            <dd>{grade.overlap.toFixed(2)}</dd>
          </div>
          <div>
            <dt>Dice</dt>
            <dd>{grade.dice.toFixed(2)}</dd>
          </div>
          <div>
            <dt>IoU</dt>
            <dd>{grade.iou.toFixed(2)}</dd>
          </div>
          {count !== null && (
            <div>
              <dt>Lines found</dt>
              <dd>
                {count.matched} of {count.expected}
                {count.marked > count.matched && `, ${count.marked - count.matched} extra`}
              </dd>
            </div>
          )}
        </dl>
      )}
      <p class="small">Key: {PROVENANCE_LABEL[grade.provenance].toLowerCase()}.</p>
      {note !== null && <p class="small">{note}</p>}
      {keyText !== null && <p class="small">{keyText}</p>}
    </details>
  );
}
