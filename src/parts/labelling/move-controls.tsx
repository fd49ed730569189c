import type { Mark } from '../../domain/marks/mark.ts';
import { actionKeysText, actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import type { MoveTool } from '../marking/tool-picker.tsx';
import { MOVING_ACTIONS } from './moving-actions.ts';
import type { Labelling } from './use-labelling.ts';

/** How far one press moves a mark, mm. */
const STEP_MM = 1;

const WAYS = [
  ['left', 'back', -STEP_MM, 0],
  ['up', 'up', 0, -STEP_MM],
  ['down', 'down', 0, STEP_MM],
  ['right', 'next', STEP_MM, 0],
] as const;

/** Moving as a tool beside those that draw. */
export function moveTool({ context, move }: Labelling): MoveTool {
  return {
    isOn: move.isOn,
    title: say('marking.toolKey', {
      tool: say('marking.move.tool'),
      key: actionKeysText(MOVING_ACTIONS.next!),
    }),
    onPick: move.next,
    controls: (
      <MoveControls
        marks={context.marks}
        chosen={move.chosen}
        onNext={move.next}
        onNudge={move.nudge}
        onRemove={move.remove}
      />
    ),
  };
}

/** Which mark is moved, and ways to move it without dragging. */
function MoveControls({
  marks,
  chosen,
  onNext,
  onNudge,
  onRemove,
}: {
  readonly marks: readonly Mark[];
  /** The id of the mark that is moved; null for none. */
  readonly chosen: string | null;
  readonly onNext: () => void;
  readonly onNudge: (dxMm: number, dyMm: number) => void;
  readonly onRemove: () => void;
}) {
  const mark = marks.find(({ id }) => id === chosen) ?? null;
  return (
    <section class="stack" aria-label={say('marking.move.tool')} data-testid="move">
      <p class="small" role="status">
        {mark === null || mark.kind === 'eraser' ? say('marking.move.none') : movedText(marks, mark)}
      </p>
      <button
        type="button"
        class="button button-wide"
        disabled={marks.length === 0}
        aria-keyshortcuts={actionShortcuts(MOVING_ACTIONS.next!)}
        onClick={onNext}
      >
        {say('marking.move.next')}
        <kbd>{actionKeysText(MOVING_ACTIONS.next!)}</kbd>
      </button>
      {mark !== null && (
        <>
          <div class="move-row">
            {WAYS.map(([way, icon, dxMm, dyMm]) => (
              <button
                key={way}
                type="button"
                class="button"
                aria-label={say(`marking.move.${way}`)}
                onClick={() => onNudge(dxMm, dyMm)}
              >
                <Icon name={icon} />
              </button>
            ))}
          </div>
          <button type="button" class="button button-wide" onClick={onRemove}>
            <Icon name="clear" />
            {say('marking.move.remove')}
          </button>
        </>
      )}
    </section>
  );
}

/** Which of the marks it is, of as many of its class. */
function movedText(marks: readonly Mark[], mark: Exclude<Mark, { kind: 'eraser' }>): string {
  const own = marks.filter((one) => one.kind !== 'eraser' && one.finding === mark.finding);
  return say('marking.move.chosen', {
    finding: say(`findings.${mark.finding}.label`),
    number: own.indexOf(mark) + 1,
    count: own.length,
  });
}
