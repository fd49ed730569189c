/** The strip of M-mode beside an image: finding it, and measuring on it. */
export const mMode = {
  found: 'An M-mode strip was found in the picture.',
  look: 'Look at the M-mode strip',
  point: 'Point at an M-mode strip',
  where: 'Where is the M-mode strip?',
  title: 'M-mode strip',
  correct: 'Correct where the strip lies',
  pointing: {
    how: 'Drag a rectangle around the M-mode strip alone, without its scales, or type where it lies.',
    picture: 'The whole picture',
    sides: 'In pixels of the picture, {{width}} x {{height}}',
    side: { left: 'Left', top: 'Top', width: 'Width', height: 'Height' },
    least: 'The strip must lie within the picture and be at least {{px, number}} pixels wide and high.',
    use: 'Look at this strip',
  },
  reading: {
    how: 'To measure, drag on the strip from one point to another. By keyboard, go to the strip, move the cross-hair with the arrow keys and press Enter at each end.',
    other: 'Set the other end of the caliper.',
    depth: 'Depth',
    depthMissing: 'say the depth first',
    mm: '{{mm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} mm',
    time: 'Time',
    timeMissing: 'say the time first',
    s: '{{s, number(minimumFractionDigits: 2; maximumFractionDigits: 2)}} s',
  },
  scales: {
    timeFor: 'Time is given for',
    width: { choice: 'Whole strip', label: 'Time that the strip shows, s' },
    pixel: { choice: 'One pixel', label: 'Time of one pixel, ms' },
    timeHelp: 'Read it from the time marks under the strip, or from the sweep that your machine shows.',
    depth: "Depth from the strip's top to its bottom, cm",
    /** The source of depths. */
    origin: {
      typed: 'Depths count from the top of the strip.',
      known:
        "Depths are at the image's scale, since the strip lies beside it, and count from the probe. Where your machine draws the strip at another scale, set its depth.",
      set: 'Depths follow the imaging depth that is set beside the picture, and count from the probe. Where your machine draws the strip at another scale, set its depth.',
      none: 'Read from the scale beside the strip how deep it reaches.',
    },
    range: 'Give a number from {{least, number}} to {{most, number}}.',
    note: 'Only depth and time are measured here; nothing is said of what the strip shows.',
  },
  strip: {
    label: 'M-mode strip with its scales',
    picture: 'The M-mode strip of the picture',
    keys: 'M-mode strip. Arrow keys move the cross-hair, with Shift faster; Enter sets an end of the caliper.',
    tick: '{{value, number}}',
  },
} as const;
