import { MARKABLE_FINDINGS } from '../../../domain/findings/finding.ts';
import type { Lesson } from '../lesson.ts';
import { BROAD } from './images.ts';

const WHOLE = { ribs: true, reverberation: 1, bLines: 0, filling: 'none', truth: false } as const;

export const catchTheAiLesson: Lesson = {
  id: 'catch-the-ai',
  title: 'lessons.ai.title',
  intro: 'lessons.ai.intro',
  stage: { kind: 'exam', request: BROAD, labels: MARKABLE_FINDINGS, hasProposal: true },
  controls: ['proposal', 'truth', 'ribs', 'reverberation'],
  start: { ...WHOLE, proposal: 'shadow_effusion' },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.ai.shadow.ask',
      answer: 'lessons.ai.shadow.answer',
      sources: ['rib-shadow', 'effusion', 'automation-bias-residents'],
      control: 'ribs',
      until: { is: false },
    },
    {
      kind: 'try',
      ask: 'lessons.ai.aLine.ask',
      answer: 'lessons.ai.aLine.answer',
      sources: ['a-line', 'reverberation', 'pleural-line'],
      control: 'reverberation',
      until: { most: 0.1 },
      set: { ...WHOLE, proposal: 'a_line_pleura' },
    },
    {
      kind: 'try',
      ask: 'lessons.ai.missed.ask',
      answer: 'lessons.ai.missed.answer',
      sources: ['automation-bias', 'confluence', 'a-line', 'rib-shadow'],
      control: 'truth',
      until: { is: true },
      set: { ...WHOLE, bLines: 5, bLineGapMm: 2.5, proposal: 'confluence_missed' },
    },
    {
      kind: 'try',
      ask: 'lessons.ai.tissue.ask',
      answer: 'lessons.ai.tissue.answer',
      sources: ['effusion-or-consolidation', 'automation-bias-less'],
      control: 'truth',
      until: { is: true },
      set: { ...WHOLE, filling: 'consolidation', fillingMm: 34, proposal: 'tissue_fluid' },
    },
    {
      kind: 'try',
      ask: 'lessons.ai.right.ask',
      answer: 'lessons.ai.right.answer',
      sources: ['automation-bias'],
      control: 'truth',
      until: { is: true },
      set: { ...WHOLE, bLines: 2, bLineGapMm: 9, proposal: 'right' },
    },
  ],
  scenario: 'find-the-bat-sign',
};
