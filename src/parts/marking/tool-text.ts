import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { MarkTool } from '../../domain/scenario/tools.ts';
import type { IconName } from '../../ui/icon.tsx';

export interface ToolText {
  readonly label: string;
  readonly key: string;
  readonly icon: IconName;
}

export const TOOL_TEXT: Readonly<Record<MarkTool, ToolText>> = {
  brush: { label: 'Brush', key: 'B', icon: 'brush' },
  eraser: { label: 'Eraser', key: 'E', icon: 'eraser' },
  line: { label: 'Line', key: 'L', icon: 'line' },
  beam: { label: 'B-line', key: 'V', icon: 'beam' },
  region: { label: 'Region', key: 'R', icon: 'region' },
};

/** What a finding looks like, in a sentence a beginner can search the image by. */
export const FINDING_LOOKS_LIKE: Readonly<Record<MarkableFinding, string>> = {
  rib: 'A bright curved cap with a dark shadow below it.',
  pleural_line: 'The bright line between and just below the ribs; it shimmers as the lung slides.',
  a_line: 'A fainter copy of the pleural line, at twice its depth, three times, ...',
  b_line:
    'A bright streak from the pleural line to the bottom that wipes out A-lines and moves with the lung.',
  b_line_confluence: 'B-lines merged into one bright sheet with no gap.',
  pleural_effusion:
    'Fluid between the chest wall and the lung, mostly dark; its deep edge, the lung, is smooth and moves.',
  consolidation: 'Lung that looks solid, like liver, below the pleural line, often with a ragged deep edge.',
};
