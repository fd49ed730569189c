import { useEffect, useRef } from 'preact/hooks';
import type { Mark } from '../../domain/marks/mark.ts';
import { SURE_LEAST } from '../../domain/motion/carry-blend.ts';
import type { CarriedFrame, KeyExpert } from '../../domain/scenario/expert-key.ts';
import { keyImagesCount, keyRuns } from '../../domain/studio/key-images.ts';
import { actionKeysText, actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { CARRY_ACTIONS } from './carry-actions.ts';
import { KeyStrip } from './key-strip.tsx';
import type { Carry } from './use-carry.ts';

/** Carrying an expert's marks from the images that they drew on through the clip, and what came of it. */
export function KeyCarry({
  own,
  images,
  index,
  carry,
  onIndex,
  onCheck,
  onAcceptAll,
  onTakeBack,
}: {
  readonly own: KeyExpert;
  readonly images: number;
  readonly index: number;
  readonly carry: Carry;
  readonly onIndex: (index: number) => void;
  /** On to the next image to be checked. */
  readonly onCheck: () => void;
  readonly onAcceptAll: () => void;
  readonly onTakeBack: () => void;
}) {
  const runs = keyRuns(own, images);
  const { carried, check } = keyImagesCount(runs);
  const isBegun = carried + check > 0;
  return (
    <section class="stack" aria-labelledby="key-carry">
      <h3 id="key-carry">{say('studio.carry.heading')}</h3>
      <KeyStrip runs={runs} index={index} onIndex={onIndex} />
      {!isBegun && <p class="soft small">{say('studio.carry.help')}</p>}
      {isBegun && carry.isDue && carry.share === null && <p class="small">{say('studio.carry.due')}</p>}
      {carry.share === null ? (
        <div class="settings-data">
          {(!isBegun || carry.isDue) && (
            <button type="button" class="button button-primary" onClick={() => void carry.run(own)}>
              <Icon name="next" />
              {say(isBegun ? 'studio.carry.again' : 'studio.carry.start')}
            </button>
          )}
          {check > 0 && (
            <>
              <button
                type="button"
                class="button"
                aria-keyshortcuts={actionShortcuts(CARRY_ACTIONS.check!)}
                onClick={onCheck}
              >
                {say('studio.carry.next')}
              </button>
              <button type="button" class="button" onClick={onAcceptAll}>
                <Icon name="check" />
                {say('studio.carry.acceptAll', { count: check })}
              </button>
            </>
          )}
          {isBegun && (
            <button type="button" class="button button-quiet" onClick={onTakeBack}>
              {say('studio.carry.takeBack')}
            </button>
          )}
        </div>
      ) : (
        <div class="settings-data">
          <label class="network-progress small">
            <span>{say('studio.carry.running', { percent: Math.round(100 * carry.share) })}</span>
            <progress max={1} value={carry.share} />
          </label>
          <button type="button" class="button" onClick={carry.stop}>
            {say('studio.carry.stop')}
          </button>
        </div>
      )}
    </section>
  );
}

/** Beside the tools: where the marks of this image come from, and whether somebody has to look at them. */
export function CarriedNote({
  frame,
  marks,
  onAccept,
  onCheck,
  onLeaveOut,
}: {
  readonly frame: CarriedFrame;
  /** Those of the image, as they were carried to it. */
  readonly marks: readonly Mark[];
  readonly onAccept: () => void;
  readonly onCheck: () => void;
  readonly onLeaveOut: () => void;
}) {
  const { index, from, to, isToCheck } = frame;
  const box = useRef<HTMLElement>(null);
  // Whoever comes to be asked sees the question, wherever the panel was scrolled to.
  useEffect(() => {
    if (isToCheck) box.current?.closest('.panel-body')?.scrollTo({ top: 0 });
  }, [index, isToCheck]);
  const [first, second] = to === null ? [from] : [Math.min(from, to), Math.max(from, to)];
  return (
    <section
      class="studio-suggestions stack"
      aria-label={say('studio.carry.heading')}
      data-testid="carried"
      ref={box}
    >
      <p class="small">
        {second === undefined
          ? say('studio.carry.from', { from: first! + 1 })
          : say('studio.carry.between', { from: first! + 1, to: second + 1 })}
      </p>
      {isToCheck && (
        <p class="small">{say('studio.carry.check', { findings: doubtfulNames(frame, marks) })}</p>
      )}
      {!isToCheck && <p class="soft small">{say('studio.carry.change')}</p>}
      <div class="settings-data">
        {isToCheck && (
          <>
            <button
              type="button"
              class="button button-primary"
              aria-keyshortcuts={actionShortcuts(CARRY_ACTIONS.accept!)}
              onClick={onAccept}
            >
              <Icon name="check" />
              {say('studio.carry.right')}
              <kbd>{actionKeysText(CARRY_ACTIONS.accept!)}</kbd>
            </button>
            <button
              type="button"
              class="button"
              aria-keyshortcuts={actionShortcuts(CARRY_ACTIONS.check!)}
              onClick={onCheck}
            >
              {say('studio.carry.skip')}
              <kbd>{actionKeysText(CARRY_ACTIONS.check!)}</kbd>
            </button>
          </>
        )}
        <button type="button" class="button button-quiet" onClick={onLeaveOut}>
          {say('studio.key.leaveOut')}
        </button>
      </div>
    </section>
  );
}

/** The findings of marks that cannot be relied upon, by name. */
function doubtfulNames({ moves }: CarriedFrame, marks: readonly Mark[]): readonly string[] {
  const names = marks.flatMap((mark, at) =>
    mark.kind === 'eraser' || (moves[at]?.sure ?? 0) >= SURE_LEAST
      ? []
      : [say(`findings.${mark.finding}.label`)],
  );
  return [...new Set(names)];
}
