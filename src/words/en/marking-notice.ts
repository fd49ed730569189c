/** Why marking did nothing: the tool's name as it stands in a sentence, since languages bend what is around it. */
export const markingNotice = {
  without: {
    brush: 'This step is done without the brush.',
    eraser: 'This step is done without the eraser.',
    line: 'This step is done without the line.',
    beam: 'This step is done without the beam.',
    region: 'This step is done without the region.',
  },
  notAsked: 'This step does not ask for: {{finding}}.',
  /** Only a line and a region are made of points that are placed one by one. */
  points: {
    line_one: 'A line needs {{needed}} points: {{count}} more.',
    line_other: 'A line needs {{needed}} points: {{count}} more.',
    region_one: 'A region needs {{needed}} points: {{count}} more.',
    region_other: 'A region needs {{needed}} points: {{count}} more.',
  },
} as const;
