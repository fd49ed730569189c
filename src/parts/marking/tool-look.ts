import type { MarkTool } from '../../domain/scenario/tools.ts';
import type { IconName } from '../../ui/icon.tsx';

/** What a tool is picked by, beside its name. */
export interface ToolLook {
  readonly key: string;
  readonly icon: IconName;
}

export const TOOL_LOOKS: Readonly<Record<MarkTool, ToolLook>> = {
  brush: { key: 'B', icon: 'brush' },
  eraser: { key: 'E', icon: 'eraser' },
  line: { key: 'L', icon: 'line' },
  beam: { key: 'V', icon: 'beam' },
  region: { key: 'R', icon: 'region' },
};
