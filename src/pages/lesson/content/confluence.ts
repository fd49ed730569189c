import type { Lesson } from '../lesson.ts';
import { BROAD } from './images.ts';

const NAMED = ['rib', 'pleural_line', 'a_line', 'b_line', 'b_line_confluence'] as const;

export const confluenceLesson: Lesson = {
  id: 'confluence',
  title: 'lessons.confluence.title',
  intro: 'lessons.confluence.intro',
  stage: { kind: 'exam', request: BROAD, labels: NAMED },
  controls: ['bLineGapMm', 'bLines', 'bLineDb', 'sliding'],
  start: { bLineGapMm: 9, bLines: 4, bLineDb: 0, sliding: true },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.confluence.near.ask',
      answer: 'lessons.confluence.near.answer',
      sources: ['confluence'],
      control: 'bLineGapMm',
      until: { most: 3 },
    },
    {
      kind: 'try',
      ask: 'lessons.confluence.more.ask',
      answer: 'lessons.confluence.more.answer',
      sources: ['confluence-count'],
      control: 'bLines',
      until: { least: 6 },
      set: { bLineGapMm: 3, bLines: 4 },
    },
    {
      kind: 'try',
      ask: 'lessons.confluence.apart.ask',
      answer: 'lessons.confluence.apart.answer',
      sources: ['confluence', 'b-line-agreement'],
      control: 'bLineGapMm',
      until: { least: 6 },
      set: { bLineGapMm: 3, bLines: 6 },
    },
    {
      kind: 'pair',
      ask: 'lessons.confluence.which.ask',
      answer: 'lessons.confluence.which.answer',
      sources: ['confluence', 'b-line'],
      right: 0,
      pictures: [
        {
          name: 'lessons.confluence.which.merged',
          request: BROAD,
          layers: { bLines: 5, bLineGapMm: 2.5 },
          labels: NAMED,
        },
        { name: 'lessons.confluence.which.single', request: BROAD, layers: { bLines: 3 }, labels: NAMED },
      ],
    },
  ],
  scenario: 'count-the-b-lines',
};
