import type { Lesson } from '../lesson.ts';
import { BAT } from './images.ts';

export const ribsAndPleuraLesson: Lesson = {
  id: 'ribs-and-pleura',
  title: 'lessons.ribs.title',
  intro: 'lessons.ribs.intro',
  stage: { kind: 'exam', request: BAT, labels: ['rib', 'pleural_line', 'a_line'] },
  controls: ['ribs', 'shadowDb', 'pleura', 'tissue', 'fasciae', 'sliding'],
  start: { ribs: true, shadowDb: 36, pleura: true, tissue: true, fasciae: 1, sliding: true },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.ribs.ribs.ask',
      answer: 'lessons.ribs.ribs.answer',
      sources: ['rib-shadow', 'pleural-line'],
      control: 'ribs',
      until: { is: false },
    },
    {
      kind: 'try',
      ask: 'lessons.ribs.shadow.ask',
      answer: 'lessons.ribs.shadow.answer',
      sources: ['rib-shadow'],
      control: 'shadowDb',
      until: { most: 6 },
      set: { ribs: true, shadowDb: 36 },
    },
    {
      kind: 'try',
      ask: 'lessons.ribs.pleura.ask',
      answer: 'lessons.ribs.pleura.answer',
      sources: ['pleural-line', 'a-line'],
      control: 'pleura',
      until: { is: false },
      set: { shadowDb: 36, pleura: true },
    },
    {
      kind: 'try',
      ask: 'lessons.ribs.tissue.ask',
      answer: 'lessons.ribs.tissue.answer',
      sources: ['echo-brightness', 'chest-wall-still', 'rib-shadow', 'pleural-line'],
      control: 'tissue',
      until: { is: false },
      set: { pleura: true, tissue: true },
    },
    {
      kind: 'try',
      ask: 'lessons.ribs.fasciae.ask',
      answer: 'lessons.ribs.fasciae.answer',
      sources: ['chest-wall-still', 'pleural-line'],
      control: 'fasciae',
      until: { least: 1.8 },
      set: { tissue: true, fasciae: 1 },
    },
  ],
  scenario: 'find-the-bat-sign',
};
