export const capture = {
  title: 'Your own machine',
  tryAgain: 'Try again',
  switchOn: 'Switch the camera on',
  switchOff: 'Switch the camera off',
  leave: 'Leave it',
  step: 'Step {{step}} of {{steps}}',
  instruction: {
    off: 'Connect the machine, then switch the camera on.',
    opening: 'Allow the camera if the browser asks.',
    looking: "Choose the device that shows your machine's screen.",
    finding: 'Hold on: the ultrasound image is being looked for.',
    outlining: 'Check that the outline fits the ultrasound image, and set the depth.',
    siding: 'Touch the marked side of the probe and watch the image.',
    running: 'Scan. Stop the image where you want to mark: press Freeze, or Space.',
    lost: 'The image stopped: choose how to go on.',
    frozen: 'Step to the best image, then mark it, keep the clip, or go on scanning.',
    keeping: 'Hold on: the clip is being kept.',
    broken: 'Something is in the way: choose how to go on.',
  },
  off: {
    title: 'Your ultrasound machine, live',
    what: "Watch it with the network's overlay, freeze, mark and be graded.",
    connect:
      "Connect the machine's video output (HDMI, DVI or VGA) to a USB capture card, and the card to this computer. A handheld device's screen can be mirrored.",
    camera: "Without a card, point a camera straight at the machine's screen, in a dim room.",
    whom: 'Scan a phantom, or a person who agreed to it.',
    privacy:
      'Only the ultrasound image itself is used, without the text around it. It stays in this page: nothing is stored or sent unless you ask.',
  },
  opening: {
    title: 'Waiting for the device …',
    allow: 'The browser may ask whether this page may use the camera: allow it.',
  },
  look: {
    title: "Is this the machine's picture?",
    yes: 'Yes, find the image',
    gel: 'Put gel and the probe on, so that there is an image to be found.',
  },
  finding: {
    title: 'Looking for the image …',
    text: 'A second or two: the outline of the ultrasound image is being found.',
  },
  found: { another: 'Another device', again: 'Look again' },
  brightness: {
    nothing:
      'The picture is black or empty: switch the machine on, unfreeze it and check the cable, then look again.',
    dark: "The image is very dark: raise the gain, or the brightness of the machine's video output, then look again.",
    bright:
      "The image is very bright: lower the gain, or the brightness of the machine's video output, then look again.",
  },
  side: {
    title: 'Which side is it?',
    left: 'It moves on the left',
    right: 'It moves on the right',
    unknown: 'I cannot tell',
    mark: "One end of the probe's face has a mark: a ridge, a dot or a light. Put gel on that end and tap it with a finger. Where does the image move?",
    mirrored:
      'Batsign shows the marked side on the left. Where the picture comes mirrored, it is turned over before you see it.',
    onLeft: 'left',
    onRight: 'right',
  },
  broken: { label: 'Something is in the way', title: 'No picture' },
  device: 'Device',
  camera: 'Camera',
  cameraNumbered: 'Camera {{number}}',
  size: 'Size',
  sizeUsual: 'As the device likes',
  sizeOf: '{{width}} × {{height}}',
  gives:
    'It gives <size>{{size}}</size> pixels. Take the size that the machine itself puts out: scaled pictures are blurred.',
  stage: {
    opening: 'Waiting for the first picture …',
    broken: 'There is no picture.',
    off: 'The camera is off.',
    privacy: 'The picture stays in this page: nothing is stored or sent unless you ask.',
    moving: 'Picture of {{name}}, moving',
  },
} as const;
