import file from '../../models/clip-readout.json' with { type: 'json' };
import type { Readouts } from '../domain/analysis/clip-readout.ts';

/** What whole clips are read by with the shipped network; made by `npm run readout -- --write`. */
export const CLIP_READOUTS: Readouts = file.readouts;
