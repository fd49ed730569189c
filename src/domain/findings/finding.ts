/**
 * The finding classes, in mask order: a mask's pixel value is the index here.
 * The first six are those of Howell et al. 2024 (Ultrasonics 140:107251);
 * the last two are that paper's transfer-learning targets.
 */
export const FINDINGS = [
  'background',
  'rib',
  'pleural_line',
  'a_line',
  'b_line',
  'b_line_confluence',
  'pleural_effusion',
  'consolidation',
] as const;

export type FindingClass = (typeof FINDINGS)[number];

/** A class that can be marked: every one but the background. */
export type MarkableFinding = Exclude<FindingClass, 'background'>;

export const MARKABLE_FINDINGS = FINDINGS.slice(1) as readonly MarkableFinding[];

/** The five classes that Howell et al. report on the phantom. */
export const PAPER_FINDINGS: readonly MarkableFinding[] = [
  'rib',
  'pleural_line',
  'a_line',
  'b_line',
  'b_line_confluence',
];

/** Mask value (0-7) of each class. */
export const FINDING_INDEX: Readonly<Record<FindingClass, number>> = {
  background: 0,
  rib: 1,
  pleural_line: 2,
  a_line: 3,
  b_line: 4,
  b_line_confluence: 5,
  pleural_effusion: 6,
  consolidation: 7,
};
