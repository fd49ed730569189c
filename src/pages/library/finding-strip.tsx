import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import {
  classesSeen,
  type Reports,
  runsSeen,
  runsUnknown,
  type StripSummary,
} from '../../domain/analysis/strip.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import type { MaskReport } from '../../domain/grading/report.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { say } from '../../ui/words/say.ts';
import { CLIP_MOVES } from './clip-actions.ts';
import type { PlayerEvent } from './machine/library-player.ts';

/** Classes whose presence has a row of its own. */
const ROWS = [
  'pleural_line',
  'a_line',
  'b_line_confluence',
  'pleural_effusion',
  'consolidation',
] as const satisfies readonly MarkableFinding[];

/** The least to which the bars of B-lines are drawn. */
const B_LINES_FULL = 5;

/** Heights of the rows in units of the drawing. */
const BLAS_HEIGHT = 44;
const COUNT_HEIGHT = 28;
const ROW_HEIGHT = 12;

/** The network's findings in each image, over time; a slider on which one jumps. */
export function FindingStrip({
  timesMs,
  reports,
  summary,
  index,
  onSeek,
  onMove,
}: {
  readonly timesMs: readonly number[];
  readonly reports: Reports;
  readonly summary: StripSummary;
  readonly index: number;
  readonly onSeek: (index: number) => void;
  readonly onMove: (event: PlayerEvent) => void;
}) {
  const track = useRef<HTMLDivElement>(null);
  const images = timesMs.length;
  const drawing = useMemo(() => <StripDrawing reports={reports} summary={summary} />, [reports, summary]);
  const seek = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    onSeek(Math.floor(((event.clientX - box.left) / box.width) * images));
  };
  return (
    <div class="strip" data-testid="strip" data-analysed={summary.analysed}>
      <ul class="strip-labels" aria-hidden="true">
        <li class="strip-label" data-row="blas">
          {say('library.strip.score')}
          <span class="strip-scale figures">{say('library.strip.scoreScale')}</span>
        </li>
        <li class="strip-label" data-row="count">
          <FindingSwatch finding="b_line" />
          {say('library.strip.bLines')}
          <span class="strip-scale figures">
            {say('library.strip.bLinesScale', { most: bLinesFull(summary) })}
          </span>
        </li>
        {ROWS.map((finding) => (
          <li key={finding} class="strip-label">
            <FindingSwatch finding={finding} />
            {say(`library.strip.rows.${finding}`)}
          </li>
        ))}
      </ul>
      <div
        ref={track}
        class="strip-track"
        role="slider"
        tabIndex={0}
        aria-label={say('library.strip.label')}
        aria-valuemin={1}
        aria-valuemax={images}
        aria-valuenow={index + 1}
        aria-valuetext={imageText(timesMs, reports[index] ?? null, index)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          seek(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event);
        }}
        onKeyDown={(event) => {
          const move = actionFind(CLIP_MOVES, event, { place: 'image', areKeysOn: true, mode: 'clip' }, null);
          if (move === null) return;
          event.preventDefault();
          onMove(move);
        }}
      >
        {drawing}
        <div class="strip-head" style={{ left: `${(100 * (index + 0.5)) / images}%` }} />
      </div>
    </div>
  );
}

/** An image in words: its place, and what the network finds in it. */
function imageText(timesMs: readonly number[], report: MaskReport | null, index: number): string {
  const place = { image: index + 1, images: timesMs.length, seconds: timesMs[index]! / 1000 };
  if (report === null) return say('library.strip.notAnalysed', place);
  const found = {
    ...place,
    percent: Math.round(100 * report.blas.scanline),
    count: report.classes.b_line.instances,
  };
  const findings = classesSeen(report).map((finding) => say(`findings.${finding}.label`));
  return findings.length === 0
    ? say('library.strip.nothing', found)
    : say('library.strip.seen', { ...found, findings });
}

/** B-lines at which their bar is full. */
function bLinesFull({ findings }: StripSummary): number {
  const most = findings.find(({ finding }) => finding === 'b_line')?.most?.count ?? 0;
  return Math.max(B_LINES_FULL, most);
}

function StripDrawing({ reports, summary }: { readonly reports: Reports; readonly summary: StripSummary }) {
  const images = reports.length;
  const full = bLinesFull(summary);
  const blas = barsPath(reports, ({ blas: { scanline } }) => scanline, BLAS_HEIGHT);
  const counts = barsPath(reports, ({ classes }) => classes.b_line.instances / full, COUNT_HEIGHT);
  return (
    <>
      <StripRow kind="blas" height={BLAS_HEIGHT} images={images}>
        <path class="strip-blas" d={blas} />
      </StripRow>
      <StripRow kind="count" height={COUNT_HEIGHT} images={images}>
        <path d={counts} fill={FINDING_LOOKS.b_line.colour} />
      </StripRow>
      {ROWS.map((finding) => (
        <StripRow key={finding} kind="row" height={ROW_HEIGHT} images={images}>
          {runsSeen(reports, finding).map(({ from, to }) => (
            <rect
              key={from}
              x={from}
              y={1}
              width={to - from + 1}
              height={ROW_HEIGHT - 2}
              fill={FINDING_LOOKS[finding].colour}
            />
          ))}
        </StripRow>
      ))}
      <StripRow kind="unknown" height={1} images={images}>
        {runsUnknown(reports).map(({ from, to }) => (
          <rect key={from} class="strip-unknown" x={from} y={0} width={to - from + 1} height={1} />
        ))}
      </StripRow>
    </>
  );
}

function StripRow({
  kind,
  height,
  images,
  children,
}: {
  readonly kind: string;
  readonly height: number;
  readonly images: number;
  readonly children: ComponentChildren;
}) {
  return (
    <svg
      class="strip-row"
      data-row={kind}
      viewBox={`0 0 ${images} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A bar for each image, as high as its share (0-1) says; an image a unit wide. */
function barsPath(reports: Reports, share: (report: MaskReport) => number, height: number): string {
  return reports
    .map((report, index) => {
      const bar = report === null ? 0 : Math.min(1, share(report)) * height;
      return bar === 0 ? '' : `M${index} ${height}v${-bar.toFixed(2)}h1v${bar.toFixed(2)}z`;
    })
    .join('');
}
