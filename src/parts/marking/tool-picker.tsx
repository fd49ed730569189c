import type { MarkTool } from '../../domain/scenario/tools.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TOOL_TEXT } from './tool-text.ts';

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
      <legend>Tool</legend>
      <div class="tool-row">
        {tools.map((tool) => (
          <Choice
            key={tool}
            name="tool"
            value={tool}
            isChosen={tool === chosen}
            onPick={() => onPick(tool)}
            title={`${TOOL_TEXT[tool].label} (${TOOL_TEXT[tool].key})`}
            faceClass="tool-face"
          >
            <Icon name={TOOL_TEXT[tool].icon} />
            {TOOL_TEXT[tool].label}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
