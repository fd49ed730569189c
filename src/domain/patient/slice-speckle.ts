import { amplitudeFromDb } from '../geometry/portable-math.ts';
import { gridArc } from '../phantom/grid.ts';
import type { Run } from '../phantom/run.ts';
import type { SpeckleField } from '../phantom/speckle.ts';
import { FIELD_LINES } from '../phantom/tissue.ts';
import { type ImagePlane, planeX } from './image-plane.ts';
import type { Patient } from './patient.ts';
import type { Slice } from './slice.ts';
import { type SpeckleBank, slabReads, slabsOf, speckleLineRead } from './speckle-bank.ts';
import { type TextureRead, textureAt, type WallTexture } from './wall-texture.ts';

/** The engine's fields, filled anew for each image: scan line `line` of the image lies at `fieldLine(line)`. */
export interface SliceSpeckle {
  readonly bank: SpeckleBank;
  readonly wall: SpeckleField;
  readonly lung: SpeckleField;
}

export function sliceSpeckleCreate(bank: SpeckleBank): SliceSpeckle {
  const { samples } = bank;
  const field = (): SpeckleField => ({
    lines: FIELD_LINES,
    samples,
    echo: new Float32Array(2 * FIELD_LINES * samples),
  });
  const lung = field();
  // Lines beside the image are clutter: any speckle will do.
  for (let line = 0; line < FIELD_LINES; line++) {
    const reads = [
      {
        weight: 1,
        left: 3 * samples * line,
        right: 3 * samples * ((line + 1) & (FIELD_LINES - 1)),
        share: 0,
      },
    ];
    speckleLineRead(bank, reads, 0, samples, lung.echo, 2 * line * samples);
  }
  return { bank, wall: field(), lung };
}

/** Where the engine looks for a scan line of the image when nothing has moved sideways. */
function fieldLine(line: number, lines: number): number {
  return (line + FIELD_LINES / 2 - lines / 2) & (FIELD_LINES - 1);
}

/** How far along its field the engine takes a line's clutter from. */
const CLUTTER_LINES = 49;

/** Depths at which scan lines lie as far apart as speckle moves with the tissue, mm. */
const WALL_REFERENCE_MM = 14;
const LUNG_REFERENCE_MM = 28;

/** Lines of the bank between the uses of it. */
const LUNG_APART = 128;

/** Samples beyond the pleura that the engine may read of the wall. */
const BEYOND = 5;

function wallFill(
  patient: Patient,
  texture: WallTexture,
  plane: ImagePlane,
  slice: Slice,
  range: Run,
  speckle: SliceSpeckle,
): void {
  const { grid } = plane;
  const { samples, stepMm } = grid;
  const { build } = patient;
  const { echo } = speckle.wall;
  const slabs = slabsOf(plane, WALL_REFERENCE_MM * plane.tiltSin);
  const arc = gridArc(grid, WALL_REFERENCE_MM);
  const read: TextureRead = { mottleDb: 0, fibre: 0 };
  for (let line = range.from; line <= range.to; line++) {
    const pleura = slice.lines.pleuraMm[line]!;
    const fascia = slice.fasciaMm[line]!;
    const base = 2 * samples * fieldLine(line, grid.lines);
    const to = Math.min(samples, Math.ceil(pleura / stepMm) + BEYOND);
    const reads = slabReads(speckle.bank, slabs, arc * grid.placeStep, arc * grid.place[line]!, 0);
    speckleLineRead(speckle.bank, reads, 0, to, echo, base);
    for (let k = 0; k < to; k++) {
      const depth = k * stepMm;
      const isFat = depth < fascia;
      let level = build.skinDb;
      read.fibre = 0;
      if (depth >= build.skinMm) {
        const top = isFat ? build.skinMm : fascia;
        const deep = (depth - top) / ((isFat ? fascia : pleura) - top);
        textureAt(isFat ? texture.fat : texture.muscle, slabs, planeX(plane, line, depth), deep, read);
        level = (isFat ? build.fatDb : build.muscleDb) + read.mottleDb;
      }
      const amplitude = amplitudeFromDb(level);
      const i = base + 2 * k;
      echo[i] = echo[i]! * amplitude + read.fibre;
      echo[i + 1] = echo[i + 1]! * amplitude;
    }
  }
}

function lungFill(plane: ImagePlane, slice: Slice, range: Run, speckle: SliceSpeckle): void {
  const { grid } = plane;
  const { samples } = grid;
  const { echo } = speckle.lung;
  const arc = gridArc(grid, LUNG_REFERENCE_MM);
  const step = arc * grid.placeStep;
  const isAlone = range.from === range.to;
  for (let line = range.from; line <= range.to; line++) {
    const lean = slice.lines.pleuraMm[line]! * plane.tiltSin;
    const slabs = slabsOf(plane, lean - slice.slideAcrossMm[line]!);
    const alongMm = arc * grid.place[line]! - slice.slideAlongMm[line]!;
    const write = (at: number, placeMm: number): void => {
      const reads = slabReads(speckle.bank, slabs, step, placeMm, LUNG_APART);
      speckleLineRead(speckle.bank, reads, 0, samples, echo, 2 * samples * at);
    };
    write(fieldLine(line, grid.lines), alongMm);
    // A whole image fills its lines' clutter by itself, as far as it lies in the image.
    if (isAlone && line + CLUTTER_LINES < grid.lines) {
      write(fieldLine(line + CLUTTER_LINES, grid.lines), alongMm + CLUTTER_LINES * step);
    }
  }
}

/** Brings the speckle of chest wall and lung to where the tissue is, for the scan lines of `range`. */
export function sliceSpeckleFill(
  patient: Patient,
  texture: WallTexture,
  plane: ImagePlane,
  slice: Slice,
  range: Run,
  speckle: SliceSpeckle,
): void {
  wallFill(patient, texture, plane, slice, range, speckle);
  lungFill(plane, slice, range, speckle);
}
