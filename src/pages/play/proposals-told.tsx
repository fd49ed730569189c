import { effect, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { tryLatest } from '../../domain/learning/progress.ts';
import { DECISIONS_NONE } from '../../domain/proposals/decision.ts';
import type { ProposalPlan } from '../../domain/proposals/proposal.ts';
import { type CatchingCount, catchingCount } from '../../domain/proposals/proposals-grade.ts';
import type { ProposalsStep } from '../../domain/scenario/scenario.ts';
import { MedicineSources } from '../../parts/medicine/sources.tsx';
import type { WayOn } from '../../parts/questions/way-on.ts';
import { scoreLevel } from '../../parts/reveal/grade-table.tsx';
import { useServices } from '../../parts/services.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { proposalsDraw } from './proposal-choice.ts';
import { proposalsTold, type ToldLine } from './proposals-told-text.ts';

const VIEWS = ['proposed', 'truth'] as const;

/** What each proposal was, what was done with it, and by what on the image a wrong one is known. */
export function ProposalsTold({
  actor,
  step,
  plan,
  wayOn = null,
}: {
  readonly actor: ScenarioActor;
  readonly step: ProposalsStep;
  readonly plan: ProposalPlan;
  readonly wayOn?: WayOn | null;
}) {
  const { stage, audio } = useServices();
  const { context } = useSnapshot(actor);
  const key = context.keyMade!.key;
  const view = useSignal<(typeof VIEWS)[number]>('proposed');
  const selected = useSignal<string | null>(null);
  const result = context.results[step.id];
  const latest = result?.kind === 'proposals' ? tryLatest(result) : null;
  const score = latest?.score ?? 0;
  const lines = useMemo(() => proposalsTold(plan, latest, key), [plan, latest, key]);
  useEffect(() => {
    audio.play(score >= 100 ? 'score_good' : 'score_ok');
    announce(say('play.score', { score: Math.round(score) }));
  }, [audio, score]);
  const drawn = useMemo(() => proposalsDraw(plan, DECISIONS_NONE, null, key.mask), [plan, key]);
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null) return;
        scanner.hintShow(
          view.value === 'truth' ? { kind: 'answer', mask: key.mask } : { kind: 'outline', mask: drawn },
        );
        return () => scanner.hintShow(null);
      }),
    [stage, drawn, key],
  );
  const select = (id: string): void => {
    selected.value = selected.peek() === id ? null : id;
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    stage.spots.value = lines.flatMap(({ id, spot, kind, point }) =>
      point === null || spot === null
        ? []
        : [{ id, name: spot, kind, point, isSelected: selected.value === id, onSelect: () => select(id) }],
    );
    return () => {
      stage.spots.value = [];
    };
  }, [stage, lines, selected.value]);
  return (
    <Panel
      label={say('proposals.label')}
      actions={
        wayOn?.actions ?? (
          <button
            type="button"
            class="button button-primary button-large"
            onClick={() => actor.send({ type: 'step.next' })}
          >
            {say('play.goOn')}
            <Icon name="next" />
          </button>
        )
      }
    >
      {wayOn?.head}
      <h2>{say('proposals.told.title')}</h2>
      {latest === null || latest.isSkipped ? (
        <p>{say('proposals.told.skipped')}</p>
      ) : (
        <>
          <div class="score" data-level={scoreLevel(score)} data-testid="score" data-score={score}>
            <strong>{Math.round(score)}</strong>
            <span>{say('proposals.told.of')}</span>
          </div>
          <p>{countSentences(catchingCount(latest.judged))}</p>
        </>
      )}
      <fieldset class="review">
        <legend class="small">{say('proposals.told.onImage')}</legend>
        {VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            class="button button-small"
            aria-pressed={view.value === one}
            onClick={() => {
              view.value = one;
            }}
          >
            {say(`proposals.told.${one}`)}
          </button>
        ))}
      </fieldset>
      <ul class="proposal-told">
        {lines.map((line) => (
          <Told key={line.id} line={line} isSelected={selected.value === line.id} />
        ))}
      </ul>
      <MedicineSources works={step.works} />
    </Panel>
  );
}

function Told({
  line: { id, text, why, isGood },
  isSelected,
}: {
  readonly line: ToldLine;
  readonly isSelected: boolean;
}) {
  return (
    <li
      id={id}
      class="feedback-line"
      data-code={isGood ? 'found' : 'missed'}
      data-selected={isSelected}
      data-testid="proposal-told"
    >
      <strong>{text}</strong>
      {why.map((sentence) => (
        <p key={sentence} class="small">
          {sentence}
        </p>
      ))}
    </li>
  );
}

function countSentences({ wrong, caught, alarms, missingAlarms }: CatchingCount): string {
  const taken = alarms - missingAlarms;
  return [
    wrong === 0 ? say('proposals.told.caughtNone') : say('proposals.told.caught', { caught, count: wrong }),
    taken === 0 ? say('proposals.told.alarmsNone') : say('proposals.told.alarms', { count: taken }),
    ...(missingAlarms === 0 ? [] : [say('proposals.told.alarmMissing')]),
  ].join(' ');
}
