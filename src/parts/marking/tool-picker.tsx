import type { ComponentChildren } from 'preact';
import type { MarkTool } from '../../domain/scenario/tools.ts';
import { actionKeysText } from '../../ui/actions/action-keys.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { MARK_TOOL_ACTIONS } from './marking-actions.ts';
import { TOOL_ICONS } from './tool-icons.ts';

/** Moving marks, as one more tool beside those that draw. */
export interface MoveTool {
  readonly isOn: boolean;
  readonly title: string;
  readonly onPick: () => void;
  /** Shown while it is on. */
  readonly controls: ComponentChildren;
}

export function ToolPicker({
  tools,
  chosen,
  onPick,
  move,
}: {
  readonly tools: readonly MarkTool[];
  /** Null while marks are moved. */
  readonly chosen: MarkTool | null;
  readonly onPick: (tool: MarkTool) => void;
  readonly move: Pick<MoveTool, 'isOn' | 'title' | 'onPick'> | null;
}) {
  return (
    <fieldset class="picker">
      <legend>{say('marking.tools')}</legend>
      <div class="tool-row">
        {tools.map((tool) => (
          <Choice
            key={tool}
            name="tool"
            value={tool}
            isChosen={tool === chosen}
            onPick={() => onPick(tool)}
            title={say('marking.toolKey', {
              tool: say(`marking.tool.${tool}`),
              key: actionKeysText(MARK_TOOL_ACTIONS[tool]),
            })}
            faceClass="tool-face"
          >
            <Icon name={TOOL_ICONS[tool]} />
            {say(`marking.tool.${tool}`)}
          </Choice>
        ))}
        {move !== null && (
          <Choice
            name="tool"
            value="move"
            isChosen={move.isOn}
            onPick={move.onPick}
            title={move.title}
            faceClass="tool-face"
          >
            <Icon name="move" />
            {say('marking.move.tool')}
          </Choice>
        )}
      </div>
    </fieldset>
  );
}
