import type { Lesson } from '../lesson.ts';
import { BAT } from './images.ts';

export const aLinesLesson: Lesson = {
  id: 'a-lines',
  title: 'lessons.aLines.title',
  intro: 'lessons.aLines.intro',
  stage: { kind: 'exam', request: BAT, labels: ['rib', 'pleural_line', 'a_line'] },
  controls: ['reverberation', 'depthMm', 'ribs', 'pleura', 'fasciae'],
  start: { reverberation: 0, depthMm: 90, ribs: true, pleura: true, fasciae: 1 },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.aLines.reverberation.ask',
      answer: 'lessons.aLines.reverberation.answer',
      sources: ['a-line', 'reverberation'],
      control: 'reverberation',
      until: { least: 0.8 },
      set: { depthMm: 90 },
    },
    {
      kind: 'try',
      ask: 'lessons.aLines.depth.ask',
      answer: 'lessons.aLines.depth.answer',
      sources: ['a-line', 'depth-setting'],
      control: 'depthMm',
      until: { least: 140 },
      set: { reverberation: 1, depthMm: 90 },
    },
    {
      kind: 'try',
      ask: 'lessons.aLines.ribs.ask',
      answer: 'lessons.aLines.ribs.answer',
      sources: ['a-line', 'a-line-angle', 'rib-shadow'],
      control: 'ribs',
      until: { is: false },
      set: { reverberation: 1, depthMm: 140, ribs: true },
    },
    {
      kind: 'try',
      ask: 'lessons.aLines.pleura.ask',
      answer: 'lessons.aLines.pleura.answer',
      sources: ['a-line'],
      control: 'pleura',
      until: { is: false },
      set: { reverberation: 1, ribs: true, pleura: true },
    },
    {
      kind: 'pair',
      ask: 'lessons.aLines.fascia.ask',
      answer: 'lessons.aLines.fascia.answer',
      sources: ['fascia-or-a-line', 'a-line'],
      right: 1,
      pictures: [
        {
          name: 'lessons.aLines.fascia.fasciae',
          request: BAT,
          layers: { reverberation: 0, fasciae: 2 },
          labels: ['rib', 'pleural_line', 'a_line'],
        },
        {
          name: 'lessons.aLines.fascia.aLines',
          request: BAT,
          layers: { fasciae: 0.5 },
          labels: ['rib', 'pleural_line', 'a_line'],
        },
      ],
    },
  ],
  scenario: 'a-lines',
};
