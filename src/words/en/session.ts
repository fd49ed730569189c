export const session = {
  /** Scenarios that stand in no file. */
  hintRibs:
    'Begin with the ribs: two bright caps with shadows. The pleural line lies between and below them.',
  markAll: 'Mark everything you can find. What is not there earns full credit when you leave it unmarked.',
  practice: {
    title: 'Free practice',
    summary: 'A virtual patient nobody has seen yet.',
    image: 'Virtual patient {{seed}}',
    freeze: 'Watch the lung slide and breathe. Stop on an image where everything can be seen.',
  },
  scanned: {
    title: 'Mark the patient you scanned',
    summary: 'Freeze the image you want, mark it, and compare with what is really there.',
    image: 'Patient {{seed}}',
    scan: 'The probe stands where you left it. Freeze an image that shows the pleural line.',
  },
  clip: {
    title: 'Your own clip',
    summary: 'A video or picture from your machine, read by the network alone.',
  },
  live: {
    title: 'Your own machine',
    summary: 'An image of the machine that is plugged in, read by the network alone.',
  },
  stored: {
    title: 'A clip of your library',
    summary: 'A clip that is kept on this device, read by the network alone.',
  },
  recorded: {
    freeze: 'The network has never seen this patient and can be wrong. Stop where you want to mark.',
    mark: 'Mark what you see. Only the network grades this image: classes that it is unsure of are not scored.',
  },
} as const;
