import type { Lesson } from '../lesson.ts';
import { BAT } from './images.ts';

/** Shallow, so that the pleural line is large. */
const SHALLOW = { ...BAT, depthMm: 90 } as const;

export const slidingLesson: Lesson = {
  id: 'sliding',
  title: 'lessons.sliding.title',
  intro: 'lessons.sliding.intro',
  stage: { kind: 'exam', request: SHALLOW, labels: ['rib', 'pleural_line', 'b_line'], hasTrace: true },
  controls: ['sliding', 'bLines'],
  // Bright, for the grain of the lung to be seen.
  start: { sliding: true, bLines: 0, gainDb: 8 },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.sliding.stop.ask',
      answer: 'lessons.sliding.stop.answer',
      sources: ['barcode', 'm-mode', 'seashore'],
      control: 'sliding',
      until: { is: false },
    },
    {
      kind: 'try',
      ask: 'lessons.sliding.go.ask',
      answer: 'lessons.sliding.go.answer',
      sources: ['seashore', 'sliding-rules-out'],
      control: 'sliding',
      until: { is: true },
      set: { sliding: false },
    },
    {
      kind: 'try',
      ask: 'lessons.sliding.bLine.ask',
      answer: 'lessons.sliding.bLine.answer',
      sources: ['touching-layers', 'sliding-absent', 'b-line'],
      control: 'bLines',
      until: { least: 1 },
      set: { sliding: false, bLines: 0 },
    },
  ],
  scenario: 'is-the-lung-sliding',
};
