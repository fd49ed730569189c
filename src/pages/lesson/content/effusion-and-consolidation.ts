import type { Lesson } from '../lesson.ts';
import { BROAD } from './images.ts';

const NAMED = ['rib', 'pleural_line', 'a_line', 'pleural_effusion', 'consolidation'] as const;

export const effusionAndConsolidationLesson: Lesson = {
  id: 'effusion-and-consolidation',
  title: 'lessons.fluid.title',
  intro: 'lessons.fluid.intro',
  stage: { kind: 'exam', request: BROAD, labels: NAMED },
  controls: ['filling', 'fillingMm', 'sliding'],
  start: { filling: 'none', fillingMm: 26, sliding: true },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.fluid.effusion.ask',
      answer: 'lessons.fluid.effusion.answer',
      sources: ['effusion', 'quad-sign', 'echo-brightness'],
      control: 'filling',
      until: { is: 'effusion' },
    },
    {
      kind: 'try',
      ask: 'lessons.fluid.more.ask',
      answer: 'lessons.fluid.more.answer',
      sources: ['effusion', 'fluid-lets-sound-through'],
      control: 'fillingMm',
      until: { least: 44 },
      set: { filling: 'effusion', fillingMm: 26 },
    },
    {
      kind: 'try',
      ask: 'lessons.fluid.consolidation.ask',
      answer: 'lessons.fluid.consolidation.answer',
      sources: ['consolidation', 'shred-sign', 'air-bronchogram'],
      control: 'filling',
      until: { is: 'consolidation' },
      set: { filling: 'effusion', fillingMm: 30 },
    },
    {
      kind: 'pair',
      ask: 'lessons.fluid.which.ask',
      answer: 'lessons.fluid.which.answer',
      sources: ['effusion-or-consolidation'],
      right: 1,
      pictures: [
        {
          name: 'lessons.fluid.which.consolidation',
          request: BROAD,
          layers: { filling: 'consolidation', fillingMm: 34 },
          labels: NAMED,
        },
        {
          name: 'lessons.fluid.which.effusion',
          request: BROAD,
          layers: { filling: 'effusion', fillingMm: 34 },
          labels: NAMED,
        },
      ],
    },
  ],
  scenario: 'find-the-sick-zone',
};
