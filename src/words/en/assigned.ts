/** A page that a course system opened. */
export const assigned = {
  lead: 'Your course assigned this.',
  leadNamed: 'Your course assigned this to {{name}}.',
  open: 'Not begun',
  begun: 'Begun',
  done: 'Done',
  doneScore: 'Done: {{score}} of 100',
  action: { start: 'Start', goOn: 'Go on', again: 'Play again' },
  named: { start: 'Start "{{title}}"', goOn: 'Go on with "{{title}}"', again: 'Play "{{title}}" again' },
  score: 'Your score is {{score}} of 100.',
  passed: 'Passed.',
  failed: 'Not passed.',
  finish: 'Hand in and close',
  leave: 'Save and leave',
  stop: 'Leave',
  stopped: 'You can close this page.',
  note: 'You can also just close the page: your course has what you have done, and you go on from there the next time.',
  noteDone:
    'You can also just close the page: your course has your result. If you play again before that, the better score counts.',
  over: 'Your work is handed over to your course. You can close this page.',
  timeOver: 'The time that your course gave is over. What you did until then is handed in.',
  tooLong:
    'Your course keeps too few characters for the scenario you are in the middle of. It is kept on this device: go on with it here. Finished scenarios are saved in the course.',
  mode: {
    browse: 'You are looking at this without an attempt: nothing is told to your course.',
    review: 'You are looking back at a finished attempt: nothing is told to your course.',
  },
  short: {
    saved: 'Saved in the course',
    saving: 'Saving ...',
    unsaved: 'Not saved in the course yet',
    apart: 'Not connected to a course',
    over: 'Handed over to the course',
    browse: 'Looking: nothing is saved',
    review: 'Looking back: nothing is saved',
  },
} as const;
