import type { MarkTool } from '../../domain/scenario/tools.ts';
import { TOOL_TEXT } from '../text/tools.ts';
import { Icon } from './icon.tsx';

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
          <label class="choice" key={tool} title={`${TOOL_TEXT[tool].label} (${TOOL_TEXT[tool].key})`}>
            <input
              type="radio"
              name="tool"
              value={tool}
              checked={tool === chosen}
              onChange={() => onPick(tool)}
            />
            <span class="choice-face tool-face">
              <Icon name={TOOL_TEXT[tool].icon} />
              {TOOL_TEXT[tool].label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
