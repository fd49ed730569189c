import { useEffect, useRef } from 'preact/hooks';
import type { MarkStep } from '../../domain/scenario/scenario.ts';
import { hintsShown } from '../../machines/scenario-hint.ts';
import type { MarkingActor, ScenarioActor } from '../../machines/session.ts';
import { announce } from '../announcer.ts';
import { keyCommand, keyMark, keyPlace } from '../keys.ts';
import { MarkPanel } from '../panels/mark-panel.tsx';
import { useServices } from '../services.ts';
import { settings } from '../settings.ts';
import { markName } from '../text/mark-name.ts';
import { useHintOnScanner, useMarkingOnScanner } from './scanner-hooks.ts';
import { useSnapshot } from './use-snapshot.ts';

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
  useMarkingOnScanner(stage, marking);
  useHintOnScanner(stage, hints, context.keyMade?.key.mask ?? null);
  useMarkKeys(actor, marking);
  useMarkSounds(drawn.marks.length, drawn.history.done);
  const { notice } = drawn;
  useEffect(() => {
    if (notice !== null) announce(notice);
  }, [notice]);
  const last = drawn.marks.at(-1);
  const count = drawn.marks.length;
  const before = useRef(count);
  useEffect(() => {
    if (count === before.current) return;
    const isMore = count > before.current;
    before.current = count;
    const total = count === 1 ? '1 mark' : `${count} marks`;
    announce(isMore && last !== undefined ? `${markName(last)} placed, ${total}.` : `${total} left.`);
  }, [count, last]);
  return (
    <MarkPanel
      text={step.text}
      marking={drawn}
      send={(event) => marking.send(event)}
      hints={step.hints}
      hintsTaken={hints.length}
      isBusy={false}
      onHint={() => actor.send({ type: 'hint.take' })}
      onSkip={() => actor.send({ type: 'step.skip' })}
      onSubmit={() => actor.send({ type: 'marks.submit' })}
    />
  );
}

function useMarkKeys(actor: ScenarioActor, marking: MarkingActor): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const place = keyPlace(event.target);
      const { areKeysOn } = settings.peek();
      const mark = keyMark(event, place, areKeysOn, marking.getSnapshot().context);
      if (mark !== null) {
        event.preventDefault();
        marking.send(mark);
      } else if (keyCommand(event, place, areKeysOn) === 'hint') {
        event.preventDefault();
        actor.send({ type: 'hint.take' });
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [actor, marking]);
}

/** A click for a mark, another for one taken back. */
function useMarkSounds(count: number, done: number): void {
  const { audio } = useServices();
  const before = useRef({ count, done });
  useEffect(() => {
    const last = before.current;
    before.current = { count, done };
    if (done > last.done && count > last.count) audio.play('mark');
    else if (done < last.done || count < last.count) audio.play('undo');
  }, [audio, count, done]);
}
