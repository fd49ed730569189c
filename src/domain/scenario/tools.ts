import type { MarkableFinding } from '../findings/finding.ts';

export const MARK_TOOLS = ['brush', 'eraser', 'line', 'beam', 'region'] as const;
export type MarkTool = (typeof MARK_TOOLS)[number];

/** The tool that fits the shape of each finding. */
const SUGGESTED: Readonly<Record<MarkableFinding, MarkTool>> = {
  rib: 'region',
  pleural_line: 'line',
  a_line: 'line',
  b_line: 'beam',
  b_line_confluence: 'region',
  pleural_effusion: 'region',
  consolidation: 'region',
};

/** The tool to begin a finding with; the first one that draws when the fitting one is not allowed. */
export function toolSuggest(finding: MarkableFinding, allowed: readonly MarkTool[]): MarkTool {
  const suggested = SUGGESTED[finding];
  if (allowed.includes(suggested)) return suggested;
  return allowed.find((tool) => tool !== 'eraser') ?? suggested;
}
