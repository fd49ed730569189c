import type { MarkTool } from '../../domain/scenario/tools.ts';
import { actionKeysText } from '../../ui/actions/action-keys.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { MARK_TOOL_ACTIONS } from './marking-actions.ts';
import { TOOL_ICONS } from './tool-icons.ts';

export function ToolPicker({
  tools,
  chosen,
  onPick,
}: {
  readonly tools: readonly MarkTool[];
  readonly chosen: MarkTool;
  readonly onPick: (tool: MarkTool) => void;
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
      </div>
    </fieldset>
  );
}
