import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { say } from '../../ui/words/say.ts';

/** Which findings are drawn on an image, each with a way to take all of its marks back. */
export function DrawnList({
  marks,
  onReject,
}: {
  readonly marks: readonly Mark[];
  readonly onReject: (finding: MarkableFinding) => void;
}) {
  return (
    <ul class="studio-drawn" aria-label={say('marking.drawn.list')}>
      {MARKABLE_FINDINGS.map((one) => {
        const count = marks.filter((mark) => mark.kind !== 'eraser' && mark.finding === one).length;
        if (count === 0) return null;
        const label = say(`findings.${one}.label`);
        return (
          <li key={one}>
            <FindingSwatch finding={one} />
            <span>{say('marking.drawn.count', { finding: label, count })}</span>
            <button
              type="button"
              class="button button-quiet"
              aria-label={say('marking.drawn.rejectAll', { finding: label })}
              onClick={() => onReject(one)}
            >
              {say('marking.drawn.reject')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
