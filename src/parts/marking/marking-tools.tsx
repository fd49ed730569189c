import { Icon } from '../../ui/icon.tsx';
import { Slider } from '../../ui/slider.tsx';
import { say } from '../../ui/words/say.ts';
import { FindingPicker } from './finding-picker.tsx';
import type { MarkingContext, MarkingEvent } from './machine/marking-context.ts';
import { TOOL_SIZES, toolIsSized } from './machine/stroke.ts';
import { type MoveTool, ToolPicker } from './tool-picker.tsx';

/** Finding, tool and width, and how a mark in the making is ended: for a learner's marks and for a teacher's key. */
export function MarkingTools({
  marking,
  send,
  move = null,
}: {
  readonly marking: MarkingContext;
  readonly send: (event: MarkingEvent) => void;
  /** Null where what is drawn cannot be moved. */
  readonly move?: MoveTool | null;
}) {
  const { finding, tool, stroke } = marking;
  const isMoving = move?.isOn === true;
  return (
    <>
      <FindingPicker
        findings={marking.findings}
        chosen={finding}
        onPick={(picked) => send({ type: 'finding.pick', finding: picked })}
      />
      <ToolPicker
        tools={marking.tools}
        chosen={isMoving ? null : tool}
        onPick={(picked) => send({ type: 'tool.pick', tool: picked })}
        move={move}
      />
      {isMoving && move.controls}
      {!isMoving && toolIsSized(tool) && (
        <Slider
          label={say(tool === 'beam' ? 'play.mark.widthAtPleura' : 'play.mark.width')}
          value={marking.sizeMm[tool]}
          min={TOOL_SIZES[tool].min}
          max={TOOL_SIZES[tool].max}
          step={0.5}
          show={say('play.mark.mm', { mm: marking.sizeMm[tool] })}
          onChange={(mm) => send({ type: 'size.set', mm })}
        />
      )}
      {stroke !== null && stroke.pressed === null && (
        <div class="panel-foot-row">
          <button type="button" class="button" onClick={() => send({ type: 'mark.finish' })}>
            <Icon name="check" />
            {say('play.mark.finish')}
          </button>
          <button type="button" class="button" onClick={() => send({ type: 'mark.cancel' })}>
            <Icon name="cross" />
            {say('play.mark.drop')}
          </button>
        </div>
      )}
    </>
  );
}
