import type { Lesson } from '../lesson.ts';
import { BAT } from './images.ts';

export const imageLesson: Lesson = {
  id: 'image',
  title: 'lessons.image.title',
  intro: 'lessons.image.intro',
  stage: { kind: 'exam', request: BAT, labels: ['rib', 'pleural_line', 'a_line'] },
  controls: ['depthMm', 'gainDb', 'frequencyMhz', 'probe', 'isTurned'],
  start: { depthMm: 180, gainDb: 0, frequencyMhz: 4, probe: 'convex', isTurned: false, organ: 'none' },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.image.depth.ask',
      answer: 'lessons.image.depth.answer',
      sources: ['depth-setting'],
      control: 'depthMm',
      until: { most: 120 },
    },
    {
      kind: 'try',
      ask: 'lessons.image.gain.ask',
      answer: 'lessons.image.gain.answer',
      sources: ['gain-setting'],
      control: 'gainDb',
      until: { least: 0 },
      set: { gainDb: -20, depthMm: 120 },
    },
    {
      kind: 'try',
      ask: 'lessons.image.frequency.ask',
      answer: 'lessons.image.frequency.answer',
      sources: ['frequency-resolution', 'pleural-line'],
      control: 'frequencyMhz',
      until: { least: 5 },
      set: { gainDb: 0, frequencyMhz: 2 },
    },
    {
      kind: 'try',
      ask: 'lessons.image.probe.ask',
      answer: 'lessons.image.probe.answer',
      sources: ['probe-kinds'],
      control: 'probe',
      until: { is: 'linear' },
      set: { frequencyMhz: 5, depthMm: 80, probe: 'convex' },
    },
    {
      kind: 'try',
      ask: 'lessons.image.turned.ask',
      answer: 'lessons.image.turned.answer',
      sources: ['image-orientation', 'curtain-sign'],
      control: 'isTurned',
      until: { is: true },
      set: { frequencyMhz: 4, depthMm: 140, probe: 'convex', organ: 'liver', isTurned: false },
    },
    {
      kind: 'pair',
      ask: 'lessons.image.batSign.ask',
      answer: 'lessons.image.batSign.answer',
      sources: ['bat-sign', 'rib-shadow', 'pleural-line'],
      right: 1,
      pictures: [
        {
          name: 'lessons.image.batSign.without',
          request: BAT,
          layers: { ribs: false },
          labels: ['pleural_line'],
        },
        {
          name: 'lessons.image.batSign.with',
          request: BAT,
          layers: {},
          labels: ['rib', 'pleural_line'],
        },
      ],
    },
  ],
  scenario: 'find-the-bat-sign',
};
