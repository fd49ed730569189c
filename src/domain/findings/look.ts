import type { MarkableFinding } from './finding.ts';

/** A second cue beside the colour, for readers who cannot tell the colours apart. */
export type FindingPattern =
  | 'solid'
  | 'dots'
  | 'hatch'
  | 'back_hatch'
  | 'cross_hatch'
  | 'horizontal'
  | 'checks';

/** How a class is drawn wherever it is drawn: game, legends, contact sheets; its names are in words. */
export interface FindingLook {
  /** `#rrggbb`, from the palette of Okabe and Ito (2008), which stays distinct under colour blindness. */
  readonly colour: string;
  readonly pattern: FindingPattern;
}

export const FINDING_LOOKS: Readonly<Record<MarkableFinding, FindingLook>> = {
  rib: { colour: '#e69f00', pattern: 'solid' },
  pleural_line: { colour: '#f0e442', pattern: 'dots' },
  a_line: { colour: '#56b4e9', pattern: 'horizontal' },
  b_line: { colour: '#009e73', pattern: 'hatch' },
  b_line_confluence: { colour: '#d55e00', pattern: 'cross_hatch' },
  pleural_effusion: { colour: '#0072b2', pattern: 'back_hatch' },
  consolidation: { colour: '#cc79a7', pattern: 'checks' },
};
