import { MARKABLE_FINDINGS } from '../../../domain/findings/finding.ts';
import type { Lesson } from '../lesson.ts';

export const wholePatientLesson: Lesson = {
  id: 'whole-patient',
  title: 'lessons.patient.title',
  intro: 'lessons.patient.intro',
  stage: { kind: 'patient', seed: 12, labels: MARKABLE_FINDINGS },
  controls: ['zone', 'condition', 'zoneSet'],
  start: { zone: 'R-upper', condition: 'normal', zoneSet: 'blue_6' },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.patient.lower.ask',
      answer: 'lessons.patient.lower.answer',
      sources: ['blue-points', 'blue-protocol', 'a-profile', 'plaps'],
      control: 'zone',
      until: { is: 'R-lower' },
    },
    {
      kind: 'try',
      ask: 'lessons.patient.plaps.ask',
      answer: 'lessons.patient.plaps.answer',
      sources: ['plaps', 'blue-asthma-copd', 'blue-points'],
      control: 'zone',
      until: { is: 'R-plaps' },
      set: { zone: 'R-lower' },
    },
    {
      kind: 'try',
      ask: 'lessons.patient.oedema.ask',
      answer: 'lessons.patient.oedema.answer',
      sources: ['b-profile', 'blue-oedema', 'blue-points', 'b-line-three'],
      control: 'condition',
      until: { is: 'interstitial' },
      set: { zone: 'R-upper', condition: 'normal' },
    },
    {
      kind: 'try',
      ask: 'lessons.patient.pneumothorax.ask',
      answer: 'lessons.patient.pneumothorax.answer',
      sources: ['a-prime-profile', 'blue-pneumothorax', 'pleural-line', 'touching-layers'],
      control: 'condition',
      until: { is: 'pneumothorax' },
      set: { zone: 'R-upper', condition: 'normal' },
    },
    {
      kind: 'try',
      ask: 'lessons.patient.pneumonia.ask',
      answer: 'lessons.patient.pneumonia.answer',
      sources: ['plaps', 'blue-pneumonia', 'scan-with-history'],
      control: 'condition',
      until: { is: 'consolidation' },
      set: { zone: 'R-plaps', condition: 'normal' },
    },
  ],
  scenario: 'find-the-sick-zone',
};
