import type { PictureLabel, PictureLayout } from './picture-layout.ts';

/** Names beside a picture, each with a line to what it names. */
export function PictureLabels({ layout }: { readonly layout: PictureLayout }) {
  const { room, height, labels } = layout;
  return (
    <svg viewBox={`0 0 ${room.width} ${height}`} aria-hidden="true">
      {labels.map((label) => (
        <LabelDrawn key={label.short} label={label} columnX={room.columnX} />
      ))}
    </svg>
  );
}

function LabelDrawn({ label, columnX }: { readonly label: PictureLabel; readonly columnX: number }) {
  const { short, colour, x, y, textY } = label;
  const line = `M ${x} ${y} L ${columnX - 4} ${textY}`;
  return (
    <g>
      <path class="labelled-picture-halo" d={line} />
      <path class="labelled-picture-leader" d={line} stroke={colour} />
      <circle class="labelled-picture-dot" cx={x} cy={y} r="4" fill={colour} />
      <text x={columnX} y={textY} dominant-baseline="central">
        {short}
      </text>
    </g>
  );
}
