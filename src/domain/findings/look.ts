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

/** How a class is drawn wherever it is drawn: game, legends, contact sheets. */
export interface FindingLook {
  readonly label: string;
  /** `#rrggbb`, from the palette of Okabe and Ito (2008), which stays distinct under colour blindness. */
  readonly colour: string;
  readonly colourName: string;
  readonly pattern: FindingPattern;
}

export const FINDING_LOOKS: Readonly<Record<MarkableFinding, FindingLook>> = {
  rib: { label: 'Rib', colour: '#e69f00', colourName: 'orange', pattern: 'solid' },
  pleural_line: { label: 'Pleural line', colour: '#f0e442', colourName: 'yellow', pattern: 'dots' },
  a_line: { label: 'A-line', colour: '#56b4e9', colourName: 'sky blue', pattern: 'horizontal' },
  b_line: { label: 'B-line', colour: '#009e73', colourName: 'bluish green', pattern: 'hatch' },
  b_line_confluence: {
    label: 'B-line confluence',
    colour: '#d55e00',
    colourName: 'vermilion',
    pattern: 'cross_hatch',
  },
  pleural_effusion: {
    label: 'Pleural effusion',
    colour: '#0072b2',
    colourName: 'blue',
    pattern: 'back_hatch',
  },
  consolidation: {
    label: 'Consolidation',
    colour: '#cc79a7',
    colourName: 'reddish purple',
    pattern: 'checks',
  },
};
