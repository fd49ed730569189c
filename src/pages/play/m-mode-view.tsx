import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { beamFromMm } from '../../domain/geometry/sector.ts';
import { type LineGap, lineGap } from '../../domain/scenario/m-mode-grade.ts';
import type { MModeStep } from '../../domain/scenario/scenario.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { ProbeActor } from '../../parts/probe/machine/probe-machine.ts';
import { QuestionPanel, type ReplyShown } from '../../parts/questions/question-panel.tsx';
import { replyShow } from '../../parts/questions/question-result.ts';
import type { WayOn } from '../../parts/questions/way-on.ts';
import { useServices } from '../../parts/services.ts';
import { mModeWaitS, type ScenarioContext } from '../../parts/session/machine/scenario-context.ts';
import { hintsShown } from '../../parts/session/machine/scenario-hint.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { roundWhy } from '../../parts/session/round-why.ts';
import type { Stage } from '../../parts/session/stage.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { Knob } from '../../ui/knob.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { M_LINE_ACTIONS } from './play-actions.ts';

/** M-mode runs on a line that the learner chooses, who says what it shows; then what it showed is told. */
export function MModeView({
  actor,
  step,
  probe,
  wayOn = null,
}: {
  readonly actor: ScenarioActor;
  readonly step: MModeStep;
  /** Null once it is answered. */
  readonly probe: ProbeActor | null;
  readonly wayOn?: WayOn | null;
}) {
  const { stage, audio } = useServices();
  const { context } = useSnapshot(actor);
  const lateral = stage.mMode.value?.lateral ?? 0;
  useLineOnScanner(stage, probe);
  const tracedS = useComputed(() => {
    const { count = 0, stepMs = 0 } = stage.trace.value ?? {};
    return Math.floor((count * stepMs) / 1000);
  });
  const reply = { kind: 'choice', options: step.options } as const;
  const result = context.isAnswered ? signShow(context, step) : null;
  const score = result?.score ?? null;
  useEffect(() => {
    if (score === null) return;
    audio.play(score >= 100 ? 'score_good' : 'score_ok');
    announce(say('play.score', { score: Math.round(score) }));
  }, [audio, score]);
  return (
    <QuestionPanel
      step={{ ask: step.ask, hints: step.hints, howTo: null, works: step.works, reply }}
      why={roundWhy(context.scenario, step)}
      waitS={Math.max(mModeWaitS(context), step.minTimeS - tracedS.value)}
      hintsTaken={hintsShown(context).length}
      isBusy={false}
      result={result}
      onHint={() => actor.send({ type: 'hint.take' })}
      onReply={(said) => actor.send({ type: 'm_mode.answer', reply: `${said}`, lateral })}
      onSkip={() => actor.send({ type: 'step.skip' })}
      onNext={() => actor.send({ type: 'step.next' })}
      wayOn={wayOn}
    >
      <Knob
        label={say('play.mMode.line')}
        value={Math.round(100 * lateral)}
        least={-100}
        most={100}
        step={2}
        show={lineWords(lateral)}
        onChange={(value) => probe?.send({ type: 'm_line.set', lateral: value / 100 })}
      />
      <p class="small">{say('play.mMode.how')}</p>
    </QuestionPanel>
  );
}

/** What was said of the line, and what the line lacks of what it was to show. */
function signShow({ frozen, mLine, results }: ScenarioContext, step: MModeStep): ReplyShown | null {
  const gap = lineGap(frozen?.truth ?? null, mLine ?? 0, step.goal);
  // Of a line beside the edge the gap says what its sign does, and on which side the edge lies.
  const options = step.options.map((option) =>
    gap?.goal === 'lung_point' && option.value === gap.shown ? { ...option, why: null } : option,
  );
  const shown = replyShow({ ...step, reply: { kind: 'choice', options } }, results[step.id]);
  if (shown === null || shown.reply === null || gap === null) return shown;
  return {
    ...shown,
    credit: shown.credit === 'wrong' ? 'wrong' : 'beside',
    why: [gapSentence(gap, step), ...shown.why],
  };
}

function gapSentence({ shown, goal, side }: LineGap, { options }: MModeStep): string {
  if (goal === 'lung_point') {
    if (shown === 'barcode') return say(`play.mMode.noSand.${side}`);
    return say(`play.mMode.noLines.${side}`);
  }
  const label = options.find(({ value }) => value === goal)?.label ?? goal;
  return say(`play.mMode.elsewhere.${side}`, { label });
}

function lineWords(lateral: number): string {
  const percent = Math.round(50 * Math.abs(lateral));
  if (percent === 0) return say('play.mMode.middle');
  return say(lateral < 0 ? 'play.mMode.left' : 'play.mMode.right', { percent });
}

/** The line goes where the image is pressed, and by arrows while the image has the focus. */
function useLineOnScanner(stage: Stage, probe: ProbeActor | null): void {
  const scanner = stage.scanner.value;
  useEffect(() => {
    if (scanner === null || probe === null) return;
    let isDown = false;
    return scanner.onPointer(({ phase, point, isInside }) => {
      const sector = stage.shown.peek()?.frame.sector;
      if (phase === 'down') isDown = isInside;
      if (phase === 'up' || phase === 'cancel') isDown = false;
      if (sector === undefined || !isDown) return;
      probe.send({ type: 'm_line.set', lateral: beamFromMm(sector, point).lateral });
    });
  }, [stage, scanner, probe]);
  useKeys((event, place, areKeysOn) => {
    if (probe === null) return false;
    const from = probe.getSnapshot().context.mLine ?? 0;
    const lateral = actionFind(M_LINE_ACTIONS, event, { place, areKeysOn, mode: 'm_mode' }, from);
    if (lateral !== null) probe.send({ type: 'm_line.set', lateral });
    return lateral !== null;
  });
}
