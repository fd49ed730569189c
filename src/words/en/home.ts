/** The first page. */
export const home = {
  heading: 'Learn to read a lung scan by marking it.',
  lead: 'Stop a moving ultrasound image, mark what you see, and a network that runs in this page shows where you were right, what you missed, and why.',
  start: 'Start: {{title}}',
  hero: {
    image: 'A moving lung ultrasound image',
    play: 'Let the picture move',
    stop: 'Stop the moving picture',
  },
  today: {
    heading: 'Today',
    text_one: '{{count, number}} image, chosen for you. About {{minutes, number}} min.',
    text_other: '{{count, number}} images, chosen for you. About {{minutes, number}} min.',
    start: 'Start today’s round',
    another: 'Another round',
    due: 'Due again',
    new: 'New',
    learning: 'Still learning',
    failed: 'What you can do could not be read: {{reason}}',
    streak_one: '{{count, number}} day of practice. Up to two days off in any seven do not break the row.',
    streak_other:
      '{{count, number}} days of practice in a row. Up to two days off in any seven do not break it.',
    progress: 'What you can do',
  },
  drills: { heading: 'Ten-second drills' },
  courses: {
    heading: 'Courses',
    passed_one: '{{passed, number}} of {{count, number}} passed',
    passed_other: '{{passed, number}} of {{count, number}} passed',
    back: 'All courses',
    lesson: 'Begin with the lesson: three minutes, hands on',
  },
  alone: {
    heading: 'On your own',
    practice: {
      title: 'Free practice',
      text: 'A new virtual patient every time; mark everything you can find.',
    },
    scan: {
      title: 'Scan a patient',
      text: 'Take the probe and look for yourself: slide, tilt, freeze, M-mode.',
    },
    clip: {
      title: 'Open your own clip',
      text: 'A video or picture from your machine. It stays in this page.',
    },
    live: {
      title: 'Your own machine',
      text: 'Plug in an ultrasound machine by a capture card and watch it with the network.',
    },
    library: {
      title: 'Clip library',
      text: 'Keep clips on this device, step through them, and see what the network finds.',
    },
    packages: {
      title: 'Courses of others',
      text: 'Open a package that a teacher gave you.',
    },
    studio: {
      title: 'For teachers',
      text: 'Make a scenario of your own clip and hand it out.',
    },
  },
  foot: 'For training only, never for diagnosis. Nothing you do here leaves this page.',
  lesson: 'Lesson {{lesson, number(useGrouping: false)}}',
  teaches: 'Teaches',
  duration: 'About {{minutes, number}} min',
  best: {
    none: 'Not played yet',
    score: 'Best <score>{{score, number}}</score>',
  },
  opening: 'The images are being chosen …',
  practice: {
    title: 'Free practice',
    opening: 'A new patient is on the way …',
  },
  unfinished: {
    heading: 'Unfinished',
    middle: 'You are in the middle of <name>{{name}}</name>.',
    resume: 'Go on where you were',
    resumeOf: 'Go on where you were: {{name}}',
    drop: 'Drop it',
    dropOf: 'Drop it: {{name}}',
    dropped: '{{name}} was dropped.',
    imageOf: '{{title}}, {{image}}',
  },
} as const;
