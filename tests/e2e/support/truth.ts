import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/lib/root.mjs';
import type { Frame, Mask, Truth } from '../../../src/domain/frame/frame.ts';
import { maskResample } from '../../../src/domain/frame/mask.ts';
import { sectorFit } from '../../../src/domain/geometry/sector.ts';
import { marksFromTruth } from '../../../src/domain/marks/from-truth.ts';
import type { Mark } from '../../../src/domain/marks/mark.ts';
import type { PhantomRequest } from '../../../src/domain/scan/phantom-request.ts';
import { scenarioParse } from '../../../src/domain/scenario/parse.ts';
import type { Scenario } from '../../../src/domain/scenario/scenario.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';

/** Sides in pixels of the images that the game simulates, and of the raster that it grades on. */
const IMAGE_PX = 512;
const GRADING_PX = 256;

export interface KnownImage {
  readonly frame: Frame;
  readonly truth: Truth;
  /** On the grading raster. */
  readonly mask: Mask;
  /** What a perfect trainee would draw. */
  readonly marks: readonly Mark[];
}

/**
 * The image that the game shows, made once more here: the simulator gives the same bytes on every machine, so the
 * request and the index that the page names are enough to know its truth.
 */
export function imageKnow(request: PhantomRequest, index: number): KnownImage {
  const { frame, truth } = phantomFrame(phantomOpen(request), index, IMAGE_PX);
  return knownOf(frame, truth);
}

export function knownOf(frame: Frame, truth: Truth): KnownImage {
  const mask = maskResample(truth.mask, sectorFit(frame.sector, GRADING_PX), GRADING_PX);
  return { frame, truth, mask, marks: marksFromTruth(truth, mask) };
}

/** A shipped scenario, by its id. */
export function scenarioRead(name: string): Scenario {
  const file = scenarioFiles().find((path) => path.endsWith(`/${name}.yaml`));
  if (file === undefined) throw new Error(`There is no scenario ${name}.`);
  return scenarioParse(readFileSync(file, 'utf8'), file);
}

/** The id of the shipped scenario with a title, in whichever language. */
export function scenarioIdOf(title: string): string {
  const file = scenarioFiles().find((path) => titleOf(path) === title);
  if (file === undefined) throw new Error(`There is no scenario called ${title}.`);
  return basename(file).split('.')[0]!;
}

function titleOf(path: string): unknown {
  return (parse(readFileSync(path, 'utf8')) as { readonly title?: unknown }).title;
}

function scenarioFiles(): readonly string[] {
  const folder = join(ROOT, 'scenarios');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => join(folder, path));
}
