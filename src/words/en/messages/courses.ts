/** Of course systems that a page is opened by. */
export const courses = {
  courseNone:
    'No course system answers around this page. You can play all the same; what you do stays on this device. Open it from your course to have it counted.',
  courseRefused:
    'The course system did not let this page begin. You can play all the same; what you do stays on this device. Close it and open it from your course again to have it counted.',
  courseSilent:
    'The course system did not answer in time. You can play all the same; what you do stays on this device. Open it from your course again later to have it counted.',
  courseNotSaved:
    'The course system has not saved your work yet. It is kept on this device, and is sent again in a moment; go on meanwhile.',
  courseSignedOut:
    'The course system no longer knows who you are. Your work is kept on this device: open this page from your course again, and it is sent.',
  courseBusy:
    'The course system has too much to do at the moment. Your work is kept on this device, and is sent when it has time; go on meanwhile.',
  courseUnreachable:
    'The course system cannot be reached at the moment. Your work is kept on this device, and is sent when it answers; go on meanwhile.',
  courseStatementsRefused_one:
    'The course system would not take {{count}} entry about your work. Tell your teacher; all others are saved.',
  courseStatementsRefused_other:
    'The course system would not take {{count}} entries about your work. Tell your teacher; all others are saved.',
  courseUnsound: 'This package for course systems is damaged. Ask your teacher for a new one.',
} as const;
