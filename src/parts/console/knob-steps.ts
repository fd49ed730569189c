/** The change of one turn. */
export const KNOB_STEPS = {
  depthMm: 10,
  gainDb: 1,
  focusMm: 5,
  frequencyMhz: 0.5,
  dynamicRangeDb: 5,
  tgcDb: 1,
};
