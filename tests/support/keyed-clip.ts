import type { Frame } from '../../src/domain/frame/frame.ts';
import { maskResample } from '../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../src/domain/frame/resample.ts';
import type { MmPoint } from '../../src/domain/geometry/point.ts';
import { type Sector, sectorFit } from '../../src/domain/geometry/sector.ts';
import { marksFromTruth } from '../../src/domain/marks/from-truth.ts';
import type { Mark } from '../../src/domain/marks/mark.ts';
import { packagePartPath } from '../../src/domain/package/package-part.ts';
import type { PackageContent } from '../../src/domain/package/package-write.ts';
import { phantomFrame, phantomOpen } from '../../src/simulator/exam/phantom.ts';
import { clipFiles } from './clip-parts.ts';

const REQUEST = { seed: 4242, split: 'game', pattern: 'b_lines', probe: 'convex', depthMm: 120 } as const;
const SIDE_PX = 320;
const CLIP_ID = '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11';

/** A package with a clip, and a scenario on it whose key an expert drew. */
export interface KeyedClip {
  readonly parts: readonly PackageContent[];
  readonly scenario: string;
  /** The expert's marks, on the clip's only image with a key. */
  readonly marks: readonly Mark[];
  readonly index: number;
  readonly sector: Sector;
}

/** So many images of a phantom kept as a clip; its key is what a perfect trainee would draw on one of them. */
export function keyedClipMake(images: number, index: number): KeyedClip {
  const exam = phantomOpen(REQUEST);
  const frames = Array.from({ length: images }, (_, at) => phantomFrame(exam, at, SIDE_PX).frame);
  const { frame, truth } = phantomFrame(exam, index, SIDE_PX);
  const marks = marksFromTruth(
    truth,
    maskResample(truth.mask, sectorFit(frame.sector, MASK_SIZE), MASK_SIZE),
  ).map(rounded);
  const scenario = scenarioText(frame, images, index, marks);
  const text = (value: string) => new TextEncoder().encode(value);
  return {
    scenario,
    marks,
    index,
    sector: frame.sector,
    parts: [
      { path: packagePartPath({ kind: 'scenario', scenario: 'keyed' }), bytes: text(scenario) },
      ...clipParts(frames),
    ],
  };
}

function clipParts(frames: readonly Frame[]): readonly PackageContent[] {
  return Object.entries(clipFiles(frames, 'Right base')).map(([name, bytes]) => ({
    path: packagePartPath({ kind: 'clip', clip: CLIP_ID, name }),
    bytes: Uint8Array.from(bytes),
  }));
}

const tenth = (mm: number): number => Math.round(10 * mm) / 10;
const pointRounded = ({ x, y }: MmPoint): MmPoint => ({ x: tenth(x), y: tenth(y) });

/** As a file has it: to a tenth of a millimetre. */
function rounded(mark: Mark): Mark {
  if (mark.kind === 'beam') {
    const { origin, widthMm, endDepthMm } = mark;
    return { ...mark, origin: pointRounded(origin), widthMm: tenth(widthMm), endDepthMm: tenth(endDepthMm) };
  }
  const points = mark.points.map(pointRounded);
  return mark.kind === 'line' ? { ...mark, points, widthMm: tenth(mark.widthMm) } : { ...mark, points };
}

function markText(mark: Mark): string {
  const point = ({ x, y }: MmPoint): string => `[${x}, ${y}]`;
  switch (mark.kind) {
    case 'beam': {
      const { finding, origin, widthMm, endDepthMm } = mark;
      return `beam: { finding: ${finding}, origin: ${point(origin)}, width_mm: ${widthMm}, end_depth_mm: ${endDepthMm} }`;
    }
    case 'line':
      return `line: { finding: ${mark.finding}, points: [${mark.points.map(point)}], width_mm: ${mark.widthMm} }`;
    case 'region':
      return `region: { finding: ${mark.finding}, points: [${mark.points.map(point)}] }`;
    default:
      throw new Error(`Nobody draws a key with ${mark.kind} here.`);
  }
}

function scenarioText({ sector }: Frame, images: number, index: number, marks: readonly Mark[]): string {
  if (sector.kind !== 'convex') throw new Error('The probe is convex.');
  const { mmPerPx, originPx, depthMm, radiusMm, angleRad } = sector;
  return `id: keyed
title: Right base
summary: A kept clip with an expert's key.
course: tests
lesson: 1
duration_min: 2
teaches: [b_line]
steps:
  - step: rounds
    images:
      - id: base
        title: Right base
        source: { clip: { id: ${CLIP_ID} } }
        key:
          drawn_on:
            width_px: ${SIDE_PX}
            height_px: ${SIDE_PX}
            images: ${images}
            sector:
              kind: convex
              mm_per_px: ${mmPerPx}
              origin_px: [${originPx.x}, ${originPx.y}]
              depth_mm: ${depthMm}
              radius_mm: ${radiusMm}
              angle_deg: ${(angleRad * 180) / Math.PI}
          experts:
            - by: A. Teacher
              date: 2026-11-30
              frames:
                - index: ${index}
                  marks:
${marks.map((mark) => `                    - { ${markText(mark)} }`).join('\n')}
          places:
            - { frame: ${index}, points: [[-60, 2], [60, 2], [60, 12], [-60, 12]], say: No lung is so near to the probe. }
    steps:
      - { step: freeze, text: Stop the clip. }
      - step: mark
        text: Mark it.
        findings: [{ finding: pleural_line, tolerance_mm: 1.5 }, { finding: b_line, tolerance_mm: 2 }]
      - { step: feedback, text: So it was. }
`;
}
