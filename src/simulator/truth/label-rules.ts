/** The rules by which an image is labelled. The frozen test sets keep the ones that they were labelled by. */
export interface LabelRules {
  /**
   * Grey level that is just told from black; on a screen 14 has an eight-hundredth of white's light, 8 a third of
   * that.
   */
  readonly visibleGrey: number;
  /** Loudness over its surroundings at which a B-line, and its edge, count as visible, dB. */
  readonly bLineDb: number;
  readonly bLineEdgeDb: number;
  /**
   * `each`: a B-line is judged by itself, as wide and as deep as it is there. `together`: all that overlap are judged as
   * one, by what is seen of them between shadows.
   */
  readonly bLines: 'each' | 'together';
}

export const LABELS_OF_EACH: LabelRules = {
  visibleGrey: 8,
  bLineDb: 6,
  bLineEdgeDb: 3,
  bLines: 'each',
};

/** Where haze is as bright as B-lines, what is to be told from it must be louder. */
export const LABELS_TOGETHER: LabelRules = {
  visibleGrey: 14,
  bLineDb: 9,
  bLineEdgeDb: 4.5,
  bLines: 'together',
};
