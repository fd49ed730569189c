export const outline = {
  label: 'Where the image lies',
  title: 'Where is the image?',
  use: 'Use this outline',
  wasFound: 'The outline of the image was found.',
  show: 'Show where the image lies.',
  found:
    'The outline was found with a confidence of <confidence>{{percent, number}} %</confidence>. If it does not fit, correct it.',
  guessTaken:
    'You took the outline that was guessed with a confidence of <confidence>{{percent, number}} %</confidence>. If it does not fit, correct it.',
  correct: 'Correct it',
  doubted:
    'The dashed outline is only a guess (confidence <confidence>{{percent, number}} %</confidence>), and grades would suffer from a wrong one. Show where the image lies with three points on the picture, or say that the guess fits.',
  guessFits: 'The guess fits',
  notFound: 'No ultrasound image was found by itself. Show where it lies with three points on the picture.',
  backToFound: 'Back to the outline that was found',
  backToGuess: 'Back to the guess',
  probe: 'Probe',
  kind: { convex: 'Convex (fan)', linear: 'Linear (box)' },
  points: {
    convex: {
      corner: 'Upper corner, left or right: where the curve under the probe ends.',
      edge: 'Edge: as far down the same side as you see it.',
      deepest: 'Deepest point: the lowest of the image, in its middle.',
    },
    linear: {
      corner: 'Upper corner, left or right.',
      edge: 'Edge: as far down the same side as you see it.',
      deepest: 'Deepest point: the middle of the lower border.',
    },
  },
  movePoint: 'Move point {{point}}',
  move: 'Move',
  help: 'The other side follows by symmetry. Points can be dragged; by keyboard, go to the picture, move the cross-hair with the arrow keys and press Enter.',
  noImage:
    'These three points make no ultrasound image: the second belongs further down the same edge as the first, and the third below both in the middle.',
  setAgain: 'Set the points again',
  markSet: 'Mark {{mark}} of {{marks}} is set.',
  pointSet: 'Point {{point}} of {{points}} is set.',
  pictureOf: 'Picture of {{name}}',
  picturePointed:
    'Picture. Arrow keys move the cross-hair, with Shift faster; Enter sets a point or lets go of it.',
  pictureOutlined: 'Picture with the outline of the ultrasound image',
  pictureTitle: 'Where the ultrasound image lies',
  depth: 'Imaging depth',
  centimetres: '{{cm, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} cm',
  origin: {
    dicom: 'The scale is that of the DICOM file.',
    pixel_spacing:
      'The scale is the pixel spacing that the DICOM file states: see whether the depth is right.',
    ticks: 'The scale was read from the marks beside the image: see whether the depth is right.',
    given: 'The scale is as you set it.',
    assumed:
      'The depth is a usual one unless you set it: read it from the scale beside the image. Tolerances in millimetres depend on it.',
  },
  scaleBegin: 'Set it by two marks of the scale',
  scalePress: 'Press two marks of the depth scale beside the image, far apart.',
  scaleDrag: 'The marks can be dragged. Say how far they lie apart.',
  scaleBetween: 'Between the two marks',
  scaleDone: 'Done with the scale',
} as const;
