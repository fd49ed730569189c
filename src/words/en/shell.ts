/** Around every page: bar, notices, what the browser lacks, and what is shown when the game breaks down. */
export const shell = {
  description:
    'Batsign: mark the artefacts on a moving lung ultrasound image and be graded by a network that runs in this page. For training only, never for diagnosis.',
  preview: {
    over: 'The preview was left',
    overHelp: 'Begin it anew beside the form.',
  },
  skip: 'Skip to the content',
  brand: 'Batsign, home',
  tryAgain: 'Try again',
  nav: 'Main',
  glossary: 'Glossary',
  settings: 'Settings',
  about: 'About',
  learner: 'Learner: {{name}}',
  sound: { name: 'Sound', on: 'Sound is on', off: 'Sound is off' },
  lacks: {
    workers:
      'Batsign cannot run here: this browser gives the page no web workers, in which its images and its network run. Open it in a current Chrome, Edge, Firefox or Safari, and see that nothing there blocks workers.',
    https:
      'Over plain http the browser gives this page no camera and no room for clips: your own machine cannot be shown, clips are lost when the page is closed, and the network is slower. Scores are kept. Over https, or as localhost on the computer that serves it, all of it works.',
    canvas:
      'Your own clips and your own machine cannot be shown, since this browser lacks OffscreenCanvas. Chrome or Edge 69, Firefox 105, Safari 16.4 and newer have it.',
    wasm: 'The network may not run here, since this browser lacks WebAssembly or it is switched off. Simulated images are graded by their truth all the same. Any current Chrome, Edge, Firefox or Safari has it.',
    locks:
      'Clips are lost when the page is closed, since this browser lacks Web Locks. Chrome or Edge 69, Firefox 96, Safari 15.4 and newer have them.',
  },
  crash: {
    heading: 'Batsign has stopped',
    text: 'Something failed that nobody expected, and the game cannot go on by itself. What was saved is still in this browser: a lesson goes on where it stood.',
    reload: 'Reload',
    copy: 'Save a copy',
    home: 'Reload from the first page',
    copied: 'Your copy was handed to the browser.',
    unread: 'Your data could not be read. Nothing was changed.',
    notice:
      'Something went wrong here. If the page no longer does what you ask, reload it: your place is kept.',
  },
  roomLow:
    'The room that this browser gives to the game is nearly full: {{percent, number}} % is used, {{leftMb, number(useGrouping: false)}} MB are left. Save a copy in the settings, and delete clips that you no longer need.',
  addressUnknown: 'This address leads to nothing in the game: here is its first page instead.',
  refused:
    'The browser kept nothing just now: what you do stays in this page until it is closed, and is part of a copy that you save now.',
  clockBack:
    'The clock of this device says that it is earlier than when you last answered: check its date. Your answers keep their order; reviews may come early until the date is right.',
  settingsUnread: 'Your settings could not be read. You can play all the same.',
  erasedElsewhere: 'Everything that was kept was erased in another tab.',
} as const;
