import { MARKABLE_FINDINGS } from '../../../domain/findings/finding.ts';
import type { Lesson } from '../lesson.ts';

export const zonesLesson: Lesson = {
  id: 'zones',
  title: 'lessons.zones.title',
  intro: 'lessons.zones.intro',
  stage: { kind: 'patient', seed: 12, labels: MARKABLE_FINDINGS },
  controls: ['zoneSet', 'zone', 'condition'],
  start: { zoneSet: 'blue_6', zone: 'R1', condition: 'normal' },
  steps: [
    {
      kind: 'try',
      ask: 'lessons.zones.eight.ask',
      answer: 'lessons.zones.eight.answer',
      sources: ['zones-six', 'zones-eight'],
      control: 'zoneSet',
      until: { is: 'zones_8' },
    },
    {
      kind: 'try',
      ask: 'lessons.zones.twelve.ask',
      answer: 'lessons.zones.twelve.answer',
      sources: ['zones-twelve'],
      control: 'zoneSet',
      until: { is: 'zones_12' },
      set: { zoneSet: 'zones_8' },
    },
    {
      kind: 'try',
      ask: 'lessons.zones.place.ask',
      answer: 'lessons.zones.place.answer',
      sources: ['scan-whole'],
      control: 'zone',
      until: { is: 'R4' },
      set: { zoneSet: 'zones_12', zone: 'R1' },
    },
    {
      kind: 'try',
      ask: 'lessons.zones.score.ask',
      answer: 'lessons.zones.score.answer',
      sources: ['lus-score-patterns', 'lus-score', 'lus-sum', 'b-line-three'],
      control: 'condition',
      until: { is: 'interstitial' },
      set: { zone: 'R1', condition: 'normal' },
    },
  ],
  scenario: 'find-the-sick-zone',
};
