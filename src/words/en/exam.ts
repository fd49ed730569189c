/** The exam, its result, its certificate. */
export const exam = {
  start: {
    lead: 'Show what you can do without help. {{items, number}} images: you mark findings, count, tell look-alikes apart, and read movement and M-mode.',
    rules: {
      answers:
        'There are no hints, no overlay and no feedback. An answer that is handed in cannot be changed.',
      normals:
        'In a third of the images or more, what is asked for is not there, or all is normal. Then hand in no mark, or say so.',
      time: 'You have {{minutes, number(maximumFractionDigits: 1)}} min for the whole. For each image there is a limit too: {{mark, number}} s to mark, {{mMode, number}} s to read an M-mode, {{question, number}} s to answer, after {{observe, number}} s at most to watch where the question is about movement. These times are fixed: we set them, for no standard gives them. Only extra time, below, lengthens them.',
      clock:
        'Time counts while an image is before you. It stands still while one is made or graded, and while the exam is closed. Whoever comes back finds the same image and the time that was left.',
      form: 'Every exam has other patients. The kinds of items, how many lack what is asked for, and the difficulty are the same.',
      standard:
        'You pass with {{pass, number}} of {{items, number}} items right. Of simulated learners who fail one item in five or more, {{falsePass, number}} % pass; of those who fail one in ten or fewer, {{falseFail, number}} % do not.',
    },
    honest:
      'This exam runs in your browser, and so does its key: whoever looks for the key can find it. High stakes need a proctor who watches.',
    extra: {
      legend: 'Extra time',
      none: 'None',
      percent: '{{percent, number}} % more',
      why: 'For whoever needs it, for example when marking with the keyboard. The certificate does not mention it.',
    },
    begin: 'Begin the exam',
    goOn: 'Go on with your exam',
    open: 'You have an exam that is not finished. Begin another one only if you want to leave it.',
  },
  past: {
    heading: 'Your exams',
    none: 'You have not finished an exam on this device yet.',
    unread: 'Your exams could not be read: {{reason}}',
    entry:
      '{{at, datetime(dateStyle: medium; timeStyle: short)}}: {{right, number}} of {{items, number}} right',
    passed: 'passed',
    failed: 'not passed',
  },
  report: {
    title: 'Exam of {{at, datetime(dateStyle: long)}}',
    missing: 'There is no such exam on this device.',
    right: '{{right, number}} of {{items, number}} right',
    passed: 'Passed. The standard is {{pass, number}} of {{items, number}}.',
    failed: 'Not passed. The standard is {{pass, number}} of {{items, number}}.',
    unwhole:
      'An image could not be shown or graded, so this exam does not count. Nobody is to blame; take another one.',
    seen: 'Its images were seen before, so this exam is practice and has no certificate. Take another one.',
    practise: 'What to practise next',
    round: 'A round of what you are still learning',
    another: 'Take another exam',
    back: 'The exam',
  },
  items: {
    heading: 'Item by item',
    number: 'Item {{number, number}}',
    standing: {
      right: 'Right',
      wrong: 'Not right',
      left_out: 'Left out',
      unreached: 'Not reached',
      unscored: 'Could not be graded',
    },
    score: 'Score {{score, number(maximumFractionDigits: 0)}}',
    seconds: '{{seconds, number}} s',
    secondsNone: 'under 1 s',
    said: 'Your answer: {{reply}}',
    key: 'Key: {{expected}}',
    picture: 'Show the image with its key',
    making: 'The image is made once more …',
    failed: 'The image could not be made: {{reason}}',
    noMarks: 'You handed in no mark.',
    keyNone: 'The key is that there is nothing to mark.',
  },
  picture: {
    marks: 'Your marks',
    key: 'The key',
    there: 'What is in the image',
    marksOf: 'The image with your marks: {{names, list(type: conjunction)}}',
    keyOf: 'The image with its key: {{names, list(type: conjunction)}}',
    nothing: 'The image, with nothing marked on it',
  },
  certificate: {
    heading: 'Certificate',
    name: 'Name on the certificate',
    empty: 'Type the name that the certificate is for.',
    save: 'Save the certificate (PDF)',
    file: 'Save the exam’s file',
    note: 'The name stays on this device. Keep the file together with the certificate: it holds every answer, and the code is checked against it.',
    code: 'Code: {{code}}',
    unmade: 'The certificate could not be made.',
    documentTitle: 'Batsign certificate',
    statement: 'has passed the Batsign exam in lung ultrasound.',
    date: 'Date',
    result: 'Result',
    resultText:
      '{{right, number}} of {{items, number}} items right ({{percent, number(maximumFractionDigits: 0)}} %)',
    standard: 'Standard',
    standardText:
      '{{pass, number}} of {{items, number}} right, set by contrasting groups of simulated learners of five levels',
    items: 'Items',
    itemsText:
      '{{items, number}} simulated images, {{normals, number}} of them without the finding or with normal movement, no hints: {{skills}}',
    versions: 'Versions',
    versionsText: 'items {{form, number}}, form {{seed}}; network {{network}}',
    codeLabel: 'Code',
    foot: 'The code can be checked against the exam’s file on the page of the exam. It shows that both belong together and were not changed. It does not show who took the exam, or whether a proctor watched. Training only: no licence to diagnose.',
    fileName: 'batsign-certificate',
    attemptName: 'batsign-exam',
  },
  check: {
    heading: 'Check a certificate',
    lead: 'Type the code of the certificate and open the exam’s file that came with it. Nothing leaves this page.',
    code: 'Code of the certificate',
    file: 'Open the exam’s file',
    fileLabel: 'File of an exam',
    empty: 'Type the code first: 20 digits and letters.',
    unreadable: 'This is not the file of an exam, or it is damaged.',
    otherVersion: 'This file is of an exam that this version of the game does not know.',
    matches:
      'The code matches this file. {{name}}, {{at, datetime(dateStyle: long)}}: {{right, number}} of {{items, number}} right, {{verdict}}.',
    differs: 'The code does not match this file: it is of another exam, or file or certificate were changed.',
    limits:
      'A match shows that certificate and file belong together. Whoever knows how can make both: where the stakes are high, ask for the proctor.',
  },
} as const;
