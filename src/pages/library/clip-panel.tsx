import type { SnapshotFrom } from 'xstate';
import type { StripSummary } from '../../domain/analysis/strip.ts';
import type { MaskReport } from '../../domain/grading/report.ts';
import { lengthText, sectorText } from '../../parts/opening/clip-text.ts';
import { OverlayControl } from '../../parts/player/overlay-control.tsx';
import { useServices } from '../../parts/services.ts';
import { storedId } from '../../parts/session/practice.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { routeHref } from '../../ui/route.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { say } from '../../ui/words/say.ts';
import type { ClipSession } from './clip-session.ts';
import { type AnalysisActor, analysisIsWhole, reportIsWhole } from './machine/analysis.ts';
import { ResultsExport } from './results-export.tsx';
import { WholeClip } from './whole-clip.tsx';

type Analysis = SnapshotFrom<AnalysisActor>;

/** Beside the clip: the overlay, analysing it, what was found, and what can be done with it. */
export function ClipPanel({
  session,
  analysis,
  summary,
  index,
}: {
  readonly session: ClipSession;
  readonly analysis: Analysis;
  readonly summary: StripSummary;
  readonly index: number;
}) {
  const { network } = useServices();
  const { record, viewer } = session;
  const report = analysis.context.reports[index] ?? null;
  const seek = (to: number): void => session.player.send({ type: 'image.seek', index: to });
  return (
    <Panel
      label={say('library.panel.label')}
      actions={
        <a
          class="button button-primary button-large"
          href={routeHref({ page: 'play', scenario: storedId(record.id) })}
        >
          <Icon name="target" />
          {say('library.panel.practise')}
        </a>
      }
    >
      <p class="small figures">
        {say('library.panel.facts', { length: lengthText(record), sector: sectorText(record) })}
      </p>
      <OverlayControl
        isOn={viewer.isOverlayOn.value}
        network={network.state.value}
        onToggle={() => viewer.overlaySet(!viewer.isOverlayOn.value)}
        onRetry={() => network.retry()}
      />
      <AnalysisControl session={session} analysis={analysis} />
      {report !== null && <ImageFigures report={report} />}
      <WholeClip reports={analysis.context.reports} />
      {summary.analysed > 0 && <FindingsTable summary={summary} onSeek={seek} />}
      {summary.analysed > 0 && <ResultsExport session={session} analysis={analysis} />}
    </Panel>
  );
}

/** Beginning, watching and stopping the analysis of the whole clip. */
function AnalysisControl({
  session,
  analysis,
}: {
  readonly session: ClipSession;
  readonly analysis: Analysis;
}) {
  const { images, problem, isOutdated, reports } = analysis.context;
  const analysed = reports.filter(reportIsWhole).length;
  const start = (): void => session.analysis.send({ type: 'analysis.start' });
  useFocusKept('.analysis-control button, .panel-body', analysis.value);
  return (
    <section
      class="stack analysis-control"
      aria-label={say('library.panel.analysis')}
      data-testid="analysis"
      data-analysed={analysed}
    >
      {problem !== null && (
        <p class="inline-alert" role="alert">
          {messageSentence(problem)}
        </p>
      )}
      {isOutdated && (
        <p class="inline-alert" data-kind="doubt" role="status">
          {say('library.panel.outdated')}
        </p>
      )}
      {analysis.matches('running') ? (
        <>
          <label class="network-progress small soft">
            <span class="figures">{say('library.panel.analysing', { analysed, count: images })}</span>
            <progress max={images} value={analysed} />
          </label>
          <button
            type="button"
            class="button button-wide"
            onClick={() => session.analysis.send({ type: 'analysis.stop' })}
          >
            <Icon name="cross" />
            {say('library.panel.stop')}
          </button>
        </>
      ) : analysisIsWhole(analysis.context) ? (
        <p class="analysis-done small">
          <Icon name="check" size={18} />
          {say('library.panel.done', { count: images })}
        </p>
      ) : (
        <button
          type="button"
          class="button button-wide"
          disabled={analysis.matches('reading')}
          onClick={start}
        >
          <Icon name="bulb" />
          {analysed === 0 ? say('library.panel.analyse') : say('library.panel.goOn', { analysed, images })}
        </button>
      )}
    </section>
  );
}

/** The network's findings in the image on the screen. */
function ImageFigures({ report }: { readonly report: MaskReport }) {
  const { blas, classes, pleuralDepthMm } = report;
  return (
    <dl class="image-figures" data-testid="image-figures">
      <div>
        <dt>{say('library.panel.score')}</dt>
        <dd class="figures">{percentText(blas.scanline)}</dd>
      </div>
      <div>
        <dt>{say('library.panel.bLines')}</dt>
        <dd class="figures">{classes.b_line.instances}</dd>
      </div>
      <div>
        <dt>{say('library.panel.pleura')}</dt>
        <dd class="figures">
          {pleuralDepthMm === null
            ? say('library.panel.notSeen')
            : say('library.panel.millimetres', { mm: pleuralDepthMm })}
        </dd>
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
      <caption>{say('library.panel.over', { count: analysed })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('library.panel.finding')}</th>
          <th scope="col">{say('library.panel.seenIn')}</th>
          <th scope="col">{say('library.panel.most')}</th>
        </tr>
      </thead>
      <tbody>
        {peak !== null && (
          <tr>
            <th scope="row">{say('library.panel.score')}</th>
            <td />
            <td>
              <JumpButton
                text={percentText(peak.blas)}
                label={say('library.panel.toPeak', { percent: percentOf(peak.blas), image: peak.index + 1 })}
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
                  percentText(0)
                ) : (
                  <JumpButton
                    text={percentText(seen / analysed)}
                    label={say('library.panel.toFirst', {
                      finding: label,
                      percent: percentOf(seen / analysed),
                      image: first + 1,
                    })}
                    onClick={() => onSeek(first)}
                  />
                )}
              </td>
              <td>
                {most === null ? (
                  say('library.nothing')
                ) : (
                  <JumpButton
                    text={`${most.count}`}
                    label={say('library.panel.toMost', {
                      finding: label,
                      most: most.count,
                      image: most.index + 1,
                    })}
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

/** Of a share of 0-1. */
function percentOf(share: number): number {
  return Math.round(100 * share);
}

function percentText(share: number): string {
  return say('library.percent', { percent: percentOf(share) });
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
