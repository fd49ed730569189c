import type { ScenarioSource } from '../../domain/scenario/scenario.ts';

/** What stands on the screen before the first image of a kind of source. */
export const WAITING: Readonly<Record<ScenarioSource['kind'], string>> = {
  phantom: 'The probe is warming up …',
  patient: 'The probe is warming up …',
  clip: 'Your recording will be here.',
  stored: 'The recording will be here.',
  camera: 'The image of your machine will be here.',
};
