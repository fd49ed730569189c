import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import { say } from '../../ui/words/say.ts';
import type { PictureLabel, PictureLayout } from './picture-layout.ts';

/** Names beside a picture, each with a line to what it names. */
export function PictureLabels({ layout }: { readonly layout: PictureLayout }) {
  const { room, height, labels } = layout;
  return (
    <svg viewBox={`0 0 ${room.width} ${height}`} aria-hidden="true">
      {labels.map((label) => (
        <LabelDrawn key={label.finding} label={label} columnX={room.columnX} />
      ))}
    </svg>
  );
}

function LabelDrawn({ label, columnX }: { readonly label: PictureLabel; readonly columnX: number }) {
  const { finding, x, y, textY } = label;
  const { colour } = FINDING_LOOKS[finding];
  const line = `M ${x} ${y} L ${columnX - 4} ${textY}`;
  return (
    <g>
      <path class="labelled-picture-halo" d={line} />
      <path class="labelled-picture-leader" d={line} stroke={colour} />
      <circle class="labelled-picture-dot" cx={x} cy={y} r="4" fill={colour} />
      <text x={columnX} y={textY} dominant-baseline="central">
        {say(`findings.${finding}.short`)}
      </text>
    </g>
  );
}
