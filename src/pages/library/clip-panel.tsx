import type { SnapshotFrom } from 'xstate';
import type { StripSummary } from '../../domain/analysis/strip.ts';
import type { MaskReport } from '../../domain/grading/report.ts';
import { imagesText, lengthText, sectorText } from '../../parts/opening/clip-text.ts';
import { OverlayControl } from '../../parts/player/overlay-control.tsx';
import { useServices } from '../../parts/services.ts';
import { storedId } from '../../parts/session/practice.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { routeHref } from '../../ui/route.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { say } from '../../ui/words/say.ts';
import type { ClipDesk } from './clip-desk.ts';
import { type AnalysisActor, analysisIsWhole } from './machine/analysis.ts';
import { ResultsExport } from './results-export.tsx';

type Analysis = SnapshotFrom<AnalysisActor>;

/** Beside the clip: the overlay, analysing it, what was found, and what can be done with it. */
export function ClipPanel({
  desk,
  analysis,
  summary,
  index,
}: {
  readonly desk: ClipDesk;
  readonly analysis: Analysis;
  readonly summary: StripSummary;
  readonly index: number;
}) {
  const { network } = useServices();
  const { record, viewer } = desk;
  const report = analysis.context.reports[index] ?? null;
  const seek = (to: number): void => desk.player.send({ type: 'image.seek', index: to });
  return (
    <Panel
      label="About this clip"
      actions={
        <a
          class="button button-primary button-large"
          href={routeHref({ page: 'play', scenario: storedId(record.id) })}
        >
          <Icon name="target" />
          Practise on this clip
        </a>
      }
    >
      <p class="small figures">
        {lengthText(record)}. {sectorText(record)}.
      </p>
      <OverlayControl
        isOn={viewer.isOverlayOn.value}
        network={network.state.value}
        onToggle={() => viewer.overlaySet(!viewer.isOverlayOn.value)}
        onRetry={() => network.retry()}
      />
      <AnalysisControl desk={desk} analysis={analysis} summary={summary} />
      {report !== null && <ImageFigures report={report} />}
      {summary.analysed > 0 && <FindingsTable summary={summary} onSeek={seek} />}
      {summary.analysed > 0 && <ResultsExport desk={desk} analysis={analysis} />}
    </Panel>
  );
}

/** Beginning, watching and stopping the analysis of the whole clip. */
function AnalysisControl({
  desk,
  analysis,
  summary,
}: {
  readonly desk: ClipDesk;
  readonly analysis: Analysis;
  readonly summary: StripSummary;
}) {
  const { images, problem, isOutdated } = analysis.context;
  const { analysed } = summary;
  const start = (): void => desk.analysis.send({ type: 'analysis.start' });
  useFocusKept('.analysis-control button, .panel-body', analysis.value);
  return (
    <section
      class="stack analysis-control"
      aria-label="Analysis"
      data-testid="analysis"
      data-analysed={analysed}
    >
      {problem !== null && (
        <p class="inline-alert" role="alert">
          {problem}
        </p>
      )}
      {isOutdated && (
        <p class="inline-alert" data-kind="doubt" role="status">
          The results of an earlier version of the network were dropped: analyse the clip again.
        </p>
      )}
      {analysis.matches('running') ? (
        <>
          <label class="network-progress small soft">
            <span class="figures">
              Analysing: {analysed} of {imagesText(images)}
            </span>
            <progress max={images} value={analysed} />
          </label>
          <button
            type="button"
            class="button button-wide"
            onClick={() => desk.analysis.send({ type: 'analysis.stop' })}
          >
            <Icon name="cross" />
            Stop, and keep what is done
          </button>
        </>
      ) : analysisIsWhole(analysis.context) ? (
        <p class="analysis-done small">
          <Icon name="check" size={18} />
          All {imagesText(images)} are analysed.
        </p>
      ) : (
        <button
          type="button"
          class="button button-wide"
          disabled={analysis.matches('reading')}
          onClick={start}
        >
          <Icon name="bulb" />
          {analysed === 0 ? 'Analyse the whole clip' : `Go on: ${analysed} of ${images} are done`}
        </button>
      )}
    </section>
  );
}

/** What the network finds in the image on the screen. */
function ImageFigures({ report }: { readonly report: MaskReport }) {
  const { blas, classes, pleuralDepthMm } = report;
  return (
    <dl class="image-figures" data-testid="image-figures">
      <div>
        <dt>B-line score</dt>
        <dd class="figures">{Math.round(100 * blas.scanline)} %</dd>
      </div>
      <div>
        <dt>B-lines</dt>
        <dd class="figures">{classes.b_line.instances}</dd>
      </div>
      <div>
        <dt>Pleura</dt>
        <dd class="figures">{pleuralDepthMm === null ? 'not seen' : `${pleuralDepthMm.toFixed(0)} mm`}</dd>
      </div>
    </dl>
  );
}

/** Every class over the clip; each figure leads to the first image that has it. */
function FindingsTable({
  summary,
  onSeek,
}: {
  readonly summary: StripSummary;
  readonly onSeek: (index: number) => void;
}) {
  const { peak, findings, analysed } = summary;
  return (
    <table class="findings-table">
      <caption>Over the {imagesText(analysed)}</caption>
      <thead>
        <tr>
          <th scope="col">Finding</th>
          <th scope="col">Seen in</th>
          <th scope="col">Most</th>
        </tr>
      </thead>
      <tbody>
        {peak !== null && (
          <tr>
            <th scope="row">B-line score</th>
            <td />
            <td>
              <JumpButton
                text={`${Math.round(100 * peak.blas)} %`}
                label={`Highest B-line score, ${Math.round(100 * peak.blas)} %: go to image ${peak.index + 1}`}
                onClick={() => onSeek(peak.index)}
              />
            </td>
          </tr>
        )}
        {findings.map(({ finding, seen, runs, most }) => {
          const first = runs[0]?.from ?? null;
          const label = say(`findings.${finding}.label`);
          return (
            <tr key={finding} data-seen={seen > 0}>
              <th scope="row">
                <span class="findings-name">
                  <FindingSwatch finding={finding} />
                  {label}
                </span>
              </th>
              <td>
                {first === null ? (
                  '0 %'
                ) : (
                  <JumpButton
                    text={`${Math.round((100 * seen) / analysed)} %`}
                    label={`${label}, seen in ${Math.round((100 * seen) / analysed)} % of the images: go to the first, image ${first + 1}`}
                    onClick={() => onSeek(first)}
                  />
                )}
              </td>
              <td>
                {most === null ? (
                  '–'
                ) : (
                  <JumpButton
                    text={`${most.count}`}
                    label={`${label}, at most ${most.count} at once: go to image ${most.index + 1}`}
                    onClick={() => onSeek(most.index)}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function JumpButton({
  text,
  label,
  onClick,
}: {
  readonly text: string;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" class="jump figures" aria-label={label} title={label} onClick={onClick}>
      {text}
    </button>
  );
}
