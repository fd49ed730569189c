import type { Mark } from '../../domain/marks/mark.ts';
import { markCorners } from '../../domain/marks/mark-points.ts';
import { actionKeysText, actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import type { MoveTool } from '../marking/tool-picker.tsx';
import type { MovedCorner } from './moving.ts';
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
        corner={move.corner}
        onNext={move.next}
        onCorner={move.cornerBeside}
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
  corner,
  onNext,
  onCorner,
  onNudge,
  onRemove,
}: {
  readonly marks: readonly Mark[];
  /** The id of the mark that is moved; null for none. */
  readonly chosen: string | null;
  /** The corner of it that is moved by itself; null for the whole. */
  readonly corner: MovedCorner | null;
  readonly onNext: () => void;
  readonly onCorner: (by: -1 | 1) => void;
  readonly onNudge: (dxMm: number, dyMm: number) => void;
  readonly onRemove: () => void;
}) {
  const mark = marks.find(({ id }) => id === chosen) ?? null;
  return (
    <section class="stack" aria-label={say('marking.move.tool')} data-testid="move">
      <p class="small" role="status">
        {mark === null || mark.kind === 'eraser' ? say('marking.move.none') : movedText(marks, mark, corner)}
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
          {markCorners(mark).length > 0 && (
            <div class="move-points">
              {([-1, 1] as const).map((by) => (
                <button key={by} type="button" class="button" onClick={() => onCorner(by)}>
                  {say(by === 1 ? 'marking.move.cornerNext' : 'marking.move.cornerBack')}
                </button>
              ))}
            </div>
          )}
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

/** Which of the marks it is, of as many of its class, or which of its corners. */
function movedText(
  marks: readonly Mark[],
  mark: Exclude<Mark, { kind: 'eraser' }>,
  corner: MovedCorner | null,
): string {
  if (corner !== null) {
    return say('marking.move.cornerChosen', {
      finding: say(`findings.${mark.finding}.label`),
      number: corner.at + 1,
      count: corner.corners.length,
    });
  }
  const own = marks.filter((one) => one.kind !== 'eraser' && one.finding === mark.finding);
  return say('marking.move.chosen', {
    finding: say(`findings.${mark.finding}.label`),
    number: own.indexOf(mark) + 1,
    count: own.length,
  });
}
