/** Handing out what a teacher made: as a file, on this device, and for course systems. */
export const handOut = {
  heading: 'Hand it out',
  lead: 'One file holds the scenario with its clips and its key. Learners open it under "Courses of others".',
  author: 'Author',
  authorHelp: 'Shown to who opens it; may stay empty.',
  licence: 'Licence',
  licenceHelp: 'Such as CC-BY-4.0; may stay empty.',
  save: 'Save as a file',
  keep: 'Put it among the courses of this device',
  failed: 'The file could not be made.',
  saved: 'The file is saved. It holds the clips: hand them out only if you may.',
  kept: 'It is among the courses of this device now, on the first page.',
  clips:
    'Clips go with it. Check that nothing in them says who the patient is, and that you may hand them out.',
  system: {
    heading: 'For a course system (Moodle, Canvas, ILIAS, Open edX)',
    lead: 'A course system assigns it and keeps who passed. It takes one zip with the game, your scenarios and their clips: upload that as an activity. It loads nothing from elsewhere.',
    target: 'What your course system takes',
    targets: {
      scorm12: 'SCORM 1.2 (Moodle, and most others)',
      scorm2004: 'SCORM 2004, 4th edition',
      xapi: 'cmi5, or xAPI',
    },
    pass: 'Score to pass, 0-100',
    passHelp: 'Left empty, each scenario has its own. A score that the course system asks for comes first.',
    passWrong: 'A whole number from 0 to 100 belongs here, such as 70.',
    endpoint: 'Address of the learning record store',
    endpointHelp:
      'Such as https://lrs.example.org. Left empty, the page may send to any https address that the course system names.',
    endpointWrong: 'An address belongs here, such as https://lrs.example.org.',
    size: 'The zip will have about {{megabytes, number(maximumFractionDigits: 1)}} MB: {{game, number(maximumFractionDigits: 1)}} MB of the game and {{clips, number(maximumFractionDigits: 1)}} MB of clips.',
    counting: 'The size is being counted.',
    save: 'Save for a course system',
    making: 'The zip is being made',
    stop: 'Stop',
    saved: 'The zip is saved. Upload it to your course system as it is, without unpacking it.',
    leaves:
      'The course system is told answers, scores and times of each learner, and neither images nor masks.',
  },
} as const;
