import { useEffect, useRef } from 'preact/hooks';
import type { Confidence } from '../../domain/learning/confidence-level.ts';
import type { MarkStep } from '../../domain/scenario/scenario.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { MARKING_ACTIONS } from '../../parts/marking/marking-actions.ts';
import { useMarkingOnScanner } from '../../parts/marking/marking-on-scanner.ts';
import { noticeSentence } from '../../parts/marking/notice-sentence.ts';
import { SURE_ACTIONS } from '../../parts/questions/answer-actions.ts';
import { answerWay } from '../../parts/questions/answer-way.ts';
import { useServices } from '../../parts/services.ts';
import { hintsShown } from '../../parts/session/machine/scenario-hint.ts';
import type { MarkingActor, ScenarioActor } from '../../parts/session/machine/session.ts';
import { roundWhy } from '../../parts/session/round-why.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { markName } from './mark-name.ts';
import { MarkPanel } from './mark-panel.tsx';
import { aidSentence } from './overlay-offer.ts';
import { HINT_ACTIONS } from './play-actions.ts';
import { practiceMarking } from './practice-text.ts';
import { useHintOnScanner } from './scanner-hooks.ts';
import { useMarkSounds } from './use-mark-sounds.ts';

/** Marking the frozen image by pointer, by placed points or by keyboard. */
export function MarkStepView({
  actor,
  step,
  marking,
}: {
  readonly actor: ScenarioActor;
  readonly step: MarkStep;
  readonly marking: MarkingActor;
}) {
  const { stage } = useServices();
  const { context } = useSnapshot(actor);
  const drawn = useSnapshot(marking).context;
  const hints = hintsShown(context);
  useMarkingOnScanner(stage.scanner, marking);
  useHintOnScanner(stage, hints, context.keyMade?.key.mask ?? null);
  const way = answerWay(context.scenario);
  const submit = (confidence?: Confidence): void =>
    actor.send({ type: 'marks.submit', ...(confidence !== undefined && { confidence }) });
  useMarkKeys(actor, marking, way === 'sure' && step.findings.length === 1 ? submit : null);
  useMarkSounds(drawn.marks.length, drawn.history.done);
  const { notice } = drawn;
  useEffect(() => {
    if (notice !== null) announce(noticeSentence(notice));
  }, [notice]);
  const last = drawn.marks.at(-1);
  const count = drawn.marks.length;
  const before = useRef(count);
  useEffect(() => {
    if (count === before.current) return;
    const isMore = count > before.current;
    before.current = count;
    announce(
      isMore && last !== undefined
        ? say('play.mark.placed', { mark: markName(last), count })
        : say('play.mark.left', { count }),
    );
  }, [count, last]);
  return (
    <MarkPanel
      text={step.text}
      notes={[practiceMarking(context.results[step.id]), aidSentence(context, step)].filter(
        (note) => note !== null,
      )}
      marking={drawn}
      send={(event) => marking.send(event)}
      hints={step.hints}
      hintsTaken={hints.length}
      isBusy={false}
      isLookTold={context.scenario.policy !== 'exam'}
      onHint={() => actor.send({ type: 'hint.take' })}
      onSkip={() => actor.send({ type: 'step.skip' })}
      why={roundWhy(context.scenario, step)}
      way={way}
      onSubmit={submit}
    />
  );
}

/** @param onSure where digits say how sure the learner is: with one finding they need not choose one */
function useMarkKeys(
  actor: ScenarioActor,
  marking: MarkingActor,
  onSure: ((confidence: Confidence) => void) | null,
): void {
  useKeys((event, place, areKeysOn) => {
    const scene = { place, areKeysOn, mode: 'mark' } as const;
    const sure = onSure === null ? null : actionFind(SURE_ACTIONS, event, scene, null);
    if (sure !== null) {
      onSure?.(sure);
      return true;
    }
    const mark = actionFind(MARKING_ACTIONS, event, scene, marking.getSnapshot().context);
    if (mark !== null) marking.send(mark);
    else if (actionFind(HINT_ACTIONS, event, scene, null) === null) return false;
    else actor.send({ type: 'hint.take' });
    return true;
  });
}
