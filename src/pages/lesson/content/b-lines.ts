import type { Lesson } from '../lesson.ts';
import { BROAD } from './images.ts';

const NAMED = ['pleural_line', 'a_line', 'b_line'] as const;

export const bLinesLesson: Lesson = {
  id: 'b-lines',
  title: 'lessons.bLines.title',
  intro: 'lessons.bLines.intro',
  stage: {
    kind: 'exam',
    request: BROAD,
    labels: ['rib', 'pleural_line', 'a_line', 'b_line', 'b_line_confluence'],
  },
  controls: ['bLines', 'bLineDb', 'sliding', 'reverberation', 'cometTail', 'zLine', 'eLine'],
  start: {
    bLines: 0,
    bLineDb: 0,
    sliding: true,
    reverberation: 1,
    cometTail: false,
    zLine: false,
    eLine: false,
  },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.bLines.one.ask',
      answer: 'lessons.bLines.one.answer',
      sources: ['b-line'],
      control: 'bLines',
      until: { least: 1 },
    },
    {
      kind: 'try',
      ask: 'lessons.bLines.strength.ask',
      answer: 'lessons.bLines.strength.answer',
      sources: ['b-line'],
      control: 'bLineDb',
      until: { most: -14 },
      set: { bLines: 1, bLineDb: 0 },
    },
    {
      kind: 'try',
      ask: 'lessons.bLines.three.ask',
      answer: 'lessons.bLines.three.answer',
      sources: ['b-line-three', 'b-line-healthy'],
      control: 'bLines',
      until: { least: 3 },
      set: { bLines: 1, bLineDb: 0 },
    },
    {
      kind: 'try',
      ask: 'lessons.bLines.sliding.ask',
      answer: 'lessons.bLines.sliding.answer',
      sources: ['b-line'],
      control: 'sliding',
      until: { is: false },
      set: { bLines: 3, bLineDb: 0, sliding: true },
    },
    {
      kind: 'pair',
      ask: 'lessons.bLines.cometTail.ask',
      answer: 'lessons.bLines.cometTail.answer',
      sources: ['comet-tail', 'b-line'],
      right: 1,
      pictures: [
        {
          name: 'lessons.bLines.cometTail.cometTail',
          request: BROAD,
          layers: { cometTail: true },
          labels: NAMED,
        },
        { name: 'lessons.bLines.cometTail.bLine', request: BROAD, layers: { bLines: 1 }, labels: NAMED },
      ],
    },
    {
      kind: 'pair',
      ask: 'lessons.bLines.zLine.ask',
      answer: 'lessons.bLines.zLine.answer',
      sources: ['z-line', 'b-line'],
      right: 0,
      pictures: [
        { name: 'lessons.bLines.zLine.bLine', request: BROAD, layers: { bLines: 1 }, labels: NAMED },
        { name: 'lessons.bLines.zLine.zLine', request: BROAD, layers: { zLine: true }, labels: NAMED },
      ],
    },
    {
      kind: 'pair',
      ask: 'lessons.bLines.eLine.ask',
      answer: 'lessons.bLines.eLine.answer',
      sources: ['e-line', 'b-line'],
      right: 1,
      pictures: [
        { name: 'lessons.bLines.eLine.eLine', request: BROAD, layers: { eLine: true }, labels: NAMED },
        { name: 'lessons.bLines.eLine.bLine', request: BROAD, layers: { bLines: 1 }, labels: NAMED },
      ],
    },
  ],
  scenario: 'count-the-b-lines',
};
