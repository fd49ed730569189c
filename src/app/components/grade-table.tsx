import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import type { ClassGrade } from '../../domain/grading/grade.ts';
import { PROVENANCE_LABEL, strictNote } from '../text/grade-why.ts';
import { FindingSwatch } from './finding-swatch.tsx';

/** Per class: score, overlap with tolerance, strict overlap, count, whose key it was, and why. */
export function GradeTable({
  classes,
  why,
  keyText,
}: {
  readonly classes: readonly ClassGrade[];
  /** What was right, missed or wrong of a class, and where. */
  readonly why: (finding: MarkableFinding) => readonly string[];
  /** By whose word a class was graded, and why. */
  readonly keyText: (finding: MarkableFinding) => string | null;
}) {
  return (
    <ul class="grades">
      {classes.map((grade) => (
        <li class="grade" key={grade.finding} data-finding={grade.finding}>
          <header class="grade-head">
            <FindingSwatch finding={grade.finding} />
            <h3>{FINDING_LOOKS[grade.finding].label}</h3>
            <span class="badge">{PROVENANCE_LABEL[grade.provenance]}</span>
            <strong class="grade-score figures">
              {grade.status === 'not_scored' ? '–' : Math.round(grade.score)}
            </strong>
          </header>
          <div class="meter" aria-hidden="true">
            <span style={{ width: `${grade.score}%` }} data-level={scoreLevel(grade.score)} />
          </div>
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
              {grade.count !== null && (
                <div>
                  <dt>Count</dt>
                  <dd>
                    {grade.count.marked} of {grade.count.expected}
                  </dd>
                </div>
              )}
            </dl>
          )}
          {why(grade.finding).map((text) => (
            <p key={text}>{text}</p>
          ))}
          {strictNote(grade) !== null && <p class="small">{strictNote(grade)}</p>}
          <p class="small">{keyText(grade.finding)}</p>
        </li>
      ))}
    </ul>
  );
}

export function scoreLevel(score: number): 'good' | 'fair' | 'poor' {
  if (score >= 80) return 'good';
  return score >= 50 ? 'fair' : 'poor';
}
