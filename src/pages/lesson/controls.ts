import type { PatientCondition } from '../../domain/scan/patient-request.ts';
import { ZONE_SETS, zoneFind } from '../../domain/scan/zones.ts';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { say } from '../../ui/words/say.ts';
import type { PlainKey } from '../../ui/words/words-type.ts';
import type { ControlId } from './lesson.ts';
import { PROPOSALS } from './proposal.ts';

/** A choice among few or many; what is chosen is shown by `name`. */
export interface ChoiceControl {
  readonly kind: 'choice';
  readonly label: PlainKey;
  readonly options: readonly string[];
  readonly name: (option: string) => string;
}

export type LessonControl =
  | {
      readonly kind: 'range';
      readonly label: PlainKey;
      readonly least: number;
      readonly most: number;
      readonly step: number;
      /** The value in words. */
      readonly show: (value: number) => string;
    }
  | { readonly kind: 'switch'; readonly label: PlainKey }
  | ChoiceControl;

const percent = (value: number): string => say('lesson.show.percent', { percent: Math.round(100 * value) });
const mm = (value: number): string => say('lesson.show.mm', { mm: value });
const db = (value: number): string => say('lesson.show.db', { db: value });

/** Points at which a chest is looked at in lessons, on the patient's right. */
const ZONES_SHOWN = ['R-upper', 'R-lower', 'R-plaps', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;

const CONDITIONS: readonly PatientCondition[] = [
  'normal',
  'interstitial',
  'pneumothorax',
  'effusion',
  'consolidation',
];

/** Everything that can be set in lessons. */
export const CONTROLS: Readonly<Record<ControlId, LessonControl>> = {
  frequencyMhz: {
    kind: 'range',
    label: 'lesson.controls.frequency',
    least: 2,
    most: 7,
    step: 0.5,
    show: (mhz) => say('lesson.show.mhz', { mhz }),
  },
  depthMm: {
    kind: 'range',
    label: 'lesson.controls.depth',
    least: 60,
    most: 200,
    step: 10,
    show: (value) => say('lesson.show.cm', { cm: value / 10 }),
  },
  gainDb: { kind: 'range', label: 'lesson.controls.gain', least: -24, most: 24, step: 2, show: db },
  probe: {
    kind: 'choice',
    label: 'lesson.controls.probe',
    options: ['convex', 'linear'],
    name: (probe) => say(probe === 'linear' ? 'lesson.probe.linear' : 'lesson.probe.convex'),
  },
  isTurned: { kind: 'switch', label: 'lesson.controls.turned' },
  tissue: { kind: 'switch', label: 'lesson.controls.tissue' },
  fasciae: { kind: 'range', label: 'lesson.controls.fasciae', least: 0, most: 2, step: 0.1, show: percent },
  ribs: { kind: 'switch', label: 'lesson.controls.ribs' },
  shadowDb: { kind: 'range', label: 'lesson.controls.shadow', least: 0, most: 40, step: 2, show: db },
  pleura: { kind: 'switch', label: 'lesson.controls.pleura' },
  reverberation: {
    kind: 'range',
    label: 'lesson.controls.reverberation',
    least: 0,
    most: 1,
    step: 0.1,
    show: percent,
  },
  bLines: {
    kind: 'range',
    label: 'lesson.controls.bLines',
    least: 0,
    most: 6,
    step: 1,
    show: (number) => say('lesson.show.number', { number }),
  },
  bLineGapMm: { kind: 'range', label: 'lesson.controls.bLineGap', least: 2, most: 12, step: 0.5, show: mm },
  bLineDb: { kind: 'range', label: 'lesson.controls.bLineStrength', least: -20, most: 4, step: 2, show: db },
  cometTail: { kind: 'switch', label: 'lesson.controls.cometTail' },
  zLine: { kind: 'switch', label: 'lesson.controls.zLine' },
  eLine: { kind: 'switch', label: 'lesson.controls.eLine' },
  filling: {
    kind: 'choice',
    label: 'lesson.controls.filling',
    options: ['none', 'effusion', 'consolidation'],
    name: (filling) =>
      say(
        filling === 'effusion'
          ? 'lesson.filling.effusion'
          : filling === 'consolidation'
            ? 'lesson.filling.consolidation'
            : 'lesson.filling.none',
      ),
  },
  fillingMm: { kind: 'range', label: 'lesson.controls.fillingMm', least: 6, most: 60, step: 2, show: mm },
  organ: {
    kind: 'choice',
    label: 'lesson.controls.organ',
    options: ['none', 'liver'],
    name: (organ) => say(organ === 'liver' ? 'lesson.organ.liver' : 'lesson.organ.none'),
  },
  sliding: { kind: 'switch', label: 'lesson.controls.sliding' },
  zoneSet: {
    kind: 'choice',
    label: 'lesson.controls.zoneSet',
    options: ZONE_SETS.slice(0, 3),
    name: (set) => say(`probe.zoneSets.${set as (typeof ZONE_SETS)[number]}`),
  },
  zone: {
    kind: 'choice',
    label: 'lesson.controls.zone',
    options: ZONES_SHOWN,
    name: zoneName,
  },
  condition: {
    kind: 'choice',
    label: 'lesson.controls.condition',
    options: CONDITIONS,
    name: (condition) => say(`probe.conditions.${condition as PatientCondition}`),
  },
  proposal: {
    kind: 'choice',
    label: 'lesson.controls.proposal',
    options: PROPOSALS,
    name: (proposal) => say(`lesson.proposal.${proposal as (typeof PROPOSALS)[number]}`),
  },
  truth: { kind: 'switch', label: 'lesson.controls.truth' },
};

function zoneName(id: string): string {
  const zone = zoneFind(id);
  return zone === null ? id : zoneLabel(zone);
}
