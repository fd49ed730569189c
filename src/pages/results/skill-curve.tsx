import { movingShare } from '../../domain/learning/skill-report.ts';

/** Answers that each point of the curve looks back over. */
const OVER = 10;
const WIDTH = 120;
const HEIGHT = 32;

/** How the share of right answers went, with the standard as a line; told in words beside it. */
export function SkillCurve({
  counted,
  standard,
}: {
  readonly counted: readonly boolean[];
  /** Share of right answers that is the standard, 0-1. */
  readonly standard: number;
}) {
  const shares = movingShare(counted, OVER);
  const x = (i: number): number => (shares.length < 2 ? WIDTH : (WIDTH * i) / (shares.length - 1));
  const y = (share: number): number => HEIGHT - 2 - (HEIGHT - 4) * share;
  const points = shares.map((share, i) => `${x(i).toFixed(1)},${y(share).toFixed(1)}`);
  return (
    <svg
      class="skill-curve"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <line class="skill-standard" x1="0" x2={WIDTH} y1={y(standard)} y2={y(standard)} />
      {points.length > 1 && <polyline points={points.join(' ')} />}
      {points.length === 1 && <circle cx={WIDTH} cy={y(shares[0]!)} r="2" />}
    </svg>
  );
}
