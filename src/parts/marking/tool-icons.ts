import type { MarkTool } from '../../domain/scenario/tools.ts';
import type { IconName } from '../../ui/icon.tsx';

export const TOOL_ICONS: Readonly<Record<MarkTool, IconName>> = {
  brush: 'brush',
  eraser: 'eraser',
  line: 'line',
  beam: 'beam',
  region: 'region',
};
