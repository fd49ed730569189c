import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import type { TermId } from '../../domain/medicine/glossary.ts';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { zoneFind, zonePose } from '../../domain/scan/zones.ts';
import type { BriefingPicture } from '../../domain/scenario/scenario.ts';
import { say } from '../../ui/words/say.ts';
import type { Pointer } from '../picture/picture-layout.ts';

function phantom(request: PhantomRequest, ...labels: MarkableFinding[]): BriefingPicture {
  return {
    source: { kind: 'phantom', request: { split: 'game', probe: 'convex', ...request } },
    pose: null,
    frameIndex: 0,
    labels,
  };
}

/** The probe stands in the middle of the zone in which the condition is. */
function patient(
  request: PatientRequest & { readonly zone: string },
  frameIndex: number,
  ...labels: MarkableFinding[]
): BriefingPicture {
  return {
    source: { kind: 'patient', request },
    pose: zonePose(zoneFind(request.zone)!),
    frameIndex,
    labels,
  };
}

/**
 * Where a term that is no finding lies in its image, mm: the simulator draws it, but its truth has no name for it. A test
 * holds it against the simulator's own place.
 */
export const TERM_PLACES: Readonly<Partial<Record<TermId, MmPoint>>> = {
  'rib-shadow': { x: 26.5, y: 41.7 },
  'intercostal-window': { x: 0, y: 42 },
  fascia: { x: 0, y: 10.8 },
  'air-bronchogram': { x: -3.5, y: 49 },
  'z-line': { x: 0.7, y: 52 },
  'e-line': { x: 4.8, y: 14 },
  'comet-tail': { x: 12, y: 44 },
};

/** What the picture of a term names beside findings: the term itself. */
export function termPointers(id: TermId): readonly Pointer[] {
  const at = TERM_PLACES[id];
  return at === undefined ? [] : [{ name: say(`glossary.terms.${id}.name`), at }];
}

/** The images of the terms that one image can show. */
export const TERM_PICTURES: Readonly<Partial<Record<TermId, BriefingPicture>>> = {
  probe: phantom({ seed: 21, pattern: 'a_lines', probe: 'linear', depthMm: 60 }, 'pleural_line'),
  depth: phantom({ seed: 22, pattern: 'a_lines', depthMm: 180 }, 'pleural_line'),
  artefact: phantom({ seed: 23, pattern: 'a_lines', depthMm: 100 }, 'pleural_line', 'a_line'),
  reverberation: phantom({ seed: 204, pattern: 'a_lines', depthMm: 140 }, 'pleural_line', 'a_line'),
  rib: phantom({ seed: 5, pattern: 'a_lines', depthMm: 100 }, 'rib'),
  'rib-shadow': phantom({ seed: 31, pattern: 'a_lines', depthMm: 100 }, 'rib'),
  'bat-sign': phantom({ seed: 102, pattern: 'a_lines', depthMm: 100 }, 'rib', 'pleural_line'),
  'intercostal-window': phantom({ seed: 32, pattern: 'a_lines', depthMm: 90 }, 'rib', 'pleural_line'),
  'pleural-line': phantom({ seed: 33, pattern: 'a_lines', depthMm: 80 }, 'rib', 'pleural_line'),
  fascia: phantom({ seed: 303, pattern: 'a_lines', depthMm: 100 }, 'pleural_line'),
  'a-line': phantom({ seed: 34, pattern: 'a_lines', depthMm: 120 }, 'pleural_line', 'a_line'),
  'b-line': phantom({ seed: 35, pattern: 'b_lines', bLines: 2, depthMm: 110 }, 'pleural_line', 'b_line'),
  'z-line': phantom(
    { seed: 1470, look: 'clinical', pattern: 'a_lines', depthMm: 100 },
    'pleural_line',
    'a_line',
  ),
  'e-line': phantom({ seed: 3815, split: 'train', edition: 'varied', pattern: 'a_lines', depthMm: 100 }),
  'comet-tail': phantom(
    { seed: 250, look: 'clinical', pattern: 'a_lines', depthMm: 100 },
    'pleural_line',
    'a_line',
  ),
  confluence: phantom({ seed: 36, pattern: 'confluence', depthMm: 110 }, 'pleural_line', 'b_line_confluence'),
  'white-lung': patient(
    { seed: 7, condition: 'white_lung', zone: 'R1' },
    10,
    'pleural_line',
    'b_line_confluence',
  ),
  'artefact-score': phantom(
    { seed: 37, pattern: 'b_lines', bLines: 4, depthMm: 110 },
    'pleural_line',
    'b_line',
  ),
  pneumothorax: patient(
    { seed: 31, condition: 'pneumothorax', zone: 'R1' },
    10,
    'rib',
    'pleural_line',
    'a_line',
  ),
  effusion: phantom({ seed: 38, pattern: 'effusion', depthMm: 120 }, 'pleural_line', 'pleural_effusion'),
  'quad-sign': phantom(
    { seed: 61, pattern: 'effusion', depthMm: 110 },
    'rib',
    'pleural_line',
    'pleural_effusion',
  ),
  consolidation: phantom(
    { seed: 40, pattern: 'consolidation', depthMm: 110 },
    'pleural_line',
    'consolidation',
  ),
  'shred-sign': phantom({ seed: 41, pattern: 'consolidation', depthMm: 100 }, 'consolidation'),
  'air-bronchogram': patient({ seed: 44, condition: 'consolidation', zone: 'R-plaps' }, 30, 'consolidation'),
  plaps: patient(
    { seed: 45, condition: 'effusion', zone: 'R-plaps' },
    20,
    'pleural_line',
    'pleural_effusion',
  ),
  'a-profile': phantom({ seed: 42, pattern: 'a_lines', depthMm: 110 }, 'pleural_line', 'a_line'),
  'b-profile': phantom({ seed: 43, pattern: 'b_lines', bLines: 4, depthMm: 120 }, 'pleural_line', 'b_line'),
  'c-profile': phantom({ seed: 44, pattern: 'consolidation', depthMm: 120 }, 'pleural_line', 'consolidation'),
  'positive-region': phantom(
    { seed: 45, pattern: 'b_lines', bLines: 3, depthMm: 100 },
    'pleural_line',
    'b_line',
  ),
};
