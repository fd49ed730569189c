import { cos, sin } from '../numbers/portable-math.ts';
import { lungEdgeMm } from './lung-edge.ts';
import type { ProbePose } from './probe-pose.ts';
import { aroundWrap, SKIN_LINES_MM, type SkinPlace, TORSO } from './skin.ts';

/**
 * The schemes of examination: the six points of the BLUE protocol (Lichtenstein 2008), the eight zones of the
 * international recommendations (Volpicelli 2012), the twelve of the LUS score (Bouhemad 2010), and the fourteen of
 * Soldati's proposal (2020).
 */
export const ZONE_SETS = ['blue_6', 'zones_8', 'zones_12', 'zones_14'] as const;
export type ZoneSet = (typeof ZONE_SETS)[number];

/** The patient's own. */
export type ZoneSide = 'left' | 'right';

/** Tells the zones of either side apart, in whatever set. */
export type ZoneName =
  | 'upperAnterior'
  | 'lowerAnterior'
  | 'basalAnterior'
  | 'upperLateral'
  | 'lowerLateral'
  | 'basalLateral'
  | 'upperPosterior'
  | 'middlePosterior'
  | 'lowerPosterior'
  | 'basalPosterior'
  | 'upperBlue'
  | 'lowerBlue'
  | 'plaps';

export interface Zone {
  readonly set: ZoneSet;
  /**
   * As the literature calls it: `R2`, or `7` of the fourteen; BLUE points are `R-upper`, `L-plaps` and so on. One name
   * space for all sets: the eight zones are the first four of the twelve on either side.
   */
  readonly id: string;
  readonly side: ZoneSide;
  readonly name: ZoneName;
  readonly centre: SkinPlace;
  /** A closed polygon; for drawing. */
  readonly outline: readonly SkinPlace[];
}

/** Half of a zone set, as it lies on the patient's left; the right is its mirror image. */
interface Part {
  readonly id: (side: ZoneSide) => string;
  readonly name: ZoneName;
  readonly centre: SkinPlace;
  readonly region: Region;
}

/** All with `fromMm` <= |around| < `toMm` and `topMm` <= down < `bottomMm`, but for a disc. */
type Region =
  | {
      readonly kind: 'field';
      readonly fromMm: number;
      readonly toMm: number;
      readonly topMm: number;
      /** Null: down to where the lung's edge comes at most. */
      readonly bottomMm: number | null;
    }
  | { readonly kind: 'disc'; readonly radiusMm: number };

const { sternalBorder, midclavicular, anteriorAxillary, midaxillary, posteriorAxillary } = SKIN_LINES_MM;

const TOP_MM = 12;
const AXILLA_MM = 55;
const NIPPLE_MM = 112;
const LATERAL_SPLIT_MM = 145;
const SCAPULA_ANGLE_MM = 160;

/** How far below the lung's edge at rest the lowest zones reach: the curtain lies in them. */
const BELOW_EDGE_MM = 55;

function field(
  fromMm: number,
  toMm: number,
  topMm: number,
  bottomMm: number | null,
): Extract<Region, { kind: 'field' }> {
  return { kind: 'field', fromMm, toMm, topMm, bottomMm };
}

function place(aroundMm: number, downMm: number): SkinPlace {
  return { aroundMm, downMm };
}

function sided(letter: string): (side: ZoneSide) => string {
  return (side) => `${side === 'right' ? 'R' : 'L'}${letter}`;
}

const FRONT = [sternalBorder, anteriorAxillary] as const;
const SIDE = [anteriorAxillary, posteriorAxillary] as const;
const BACK = [posteriorAxillary, TORSO.girthMm / 2] as const;

const ANTERIOR_LATERAL: readonly Part[] = [
  {
    id: sided('1'),
    name: 'upperAnterior',
    centre: place(midclavicular, 66),
    region: field(...FRONT, TOP_MM, NIPPLE_MM),
  },
  {
    id: sided('2'),
    name: 'lowerAnterior',
    centre: place(105, 129),
    region: field(...FRONT, NIPPLE_MM, null),
  },
  {
    id: sided('3'),
    name: 'upperLateral',
    centre: place(midaxillary, 97),
    region: field(...SIDE, AXILLA_MM, LATERAL_SPLIT_MM),
  },
  {
    id: sided('4'),
    name: 'lowerLateral',
    centre: place(midaxillary, 194),
    region: field(...SIDE, LATERAL_SPLIT_MM, null),
  },
];

const PARTS: Readonly<Record<ZoneSet, readonly Part[]>> = {
  blue_6: [
    {
      id: sided('-upper'),
      name: 'upperBlue',
      centre: place(midclavicular, 66),
      region: { kind: 'disc', radiusMm: 40 },
    },
    {
      id: sided('-lower'),
      name: 'lowerBlue',
      centre: place(140, 154),
      region: { kind: 'disc', radiusMm: 40 },
    },
    {
      id: sided('-plaps'),
      name: 'plaps',
      centre: place(305, 228),
      region: { kind: 'disc', radiusMm: 40 },
    },
  ],
  zones_8: ANTERIOR_LATERAL,
  zones_12: [
    ...ANTERIOR_LATERAL,
    {
      id: sided('5'),
      name: 'upperPosterior',
      centre: place(405, 110),
      region: field(...BACK, TOP_MM, SCAPULA_ANGLE_MM),
    },
    {
      id: sided('6'),
      name: 'lowerPosterior',
      centre: place(390, 231),
      region: field(...BACK, SCAPULA_ANGLE_MM, null),
    },
  ],
  zones_14: [
    {
      id: (side) => (side === 'right' ? '1' : '4'),
      name: 'basalPosterior',
      centre: place(400, 229),
      region: field(...BACK, 205, null),
    },
    {
      id: (side) => (side === 'right' ? '2' : '5'),
      name: 'middlePosterior',
      centre: place(410, 140),
      region: field(...BACK, 100, 205),
    },
    {
      id: (side) => (side === 'right' ? '3' : '6'),
      name: 'upperPosterior',
      centre: place(415, 43),
      region: field(...BACK, TOP_MM, 100),
    },
    {
      id: (side) => (side === 'right' ? '7' : '9'),
      name: 'basalLateral',
      centre: place(midaxillary, 194),
      region: field(...SIDE, NIPPLE_MM, null),
    },
    {
      id: (side) => (side === 'right' ? '8' : '10'),
      name: 'upperLateral',
      centre: place(midaxillary, 97),
      region: field(...SIDE, AXILLA_MM, NIPPLE_MM),
    },
    {
      id: (side) => (side === 'right' ? '11' : '13'),
      name: 'basalAnterior',
      centre: place(midclavicular, 131),
      region: field(...FRONT, NIPPLE_MM, null),
    },
    {
      id: (side) => (side === 'right' ? '12' : '14'),
      name: 'upperAnterior',
      centre: place(midclavicular, 66),
      region: field(...FRONT, TOP_MM, NIPPLE_MM),
    },
  ],
};

function bottomAt(region: Extract<Region, { kind: 'field' }>, aroundMm: number): number {
  return region.bottomMm ?? lungEdgeMm(aroundMm) + BELOW_EDGE_MM;
}

function isIn({ region, centre }: Part, aroundMm: number, downMm: number): boolean {
  const out = Math.abs(aroundMm);
  if (region.kind === 'disc') {
    const across = out - centre.aroundMm;
    const down = downMm - centre.downMm;
    return across * across + down * down <= region.radiusMm * region.radiusMm;
  }
  return (
    out >= region.fromMm && out < region.toMm && downMm >= region.topMm && downMm < bottomAt(region, aroundMm)
  );
}

const DISC_CORNERS = 32;
/** Corners of a curved border lie at whole multiples of it; so do those of the lung's edge. */
const CURVE_MM = 5;

/** As on the left; a right part's mirror image, but for the lung's edge, which lies higher there. */
function outlineOf({ region, centre }: Part, sign: -1 | 1): SkinPlace[] {
  if (region.kind === 'disc') {
    return Array.from({ length: DISC_CORNERS }, (_, i) => {
      const turn = (i / DISC_CORNERS) * 6.283185307179586;
      return place(
        centre.aroundMm + region.radiusMm * cos(turn),
        centre.downMm + region.radiusMm * sin(turn),
      );
    });
  }
  const lower: SkinPlace[] = [];
  for (
    let around = region.toMm;
    around > region.fromMm;
    around = CURVE_MM * (Math.ceil(around / CURVE_MM) - 1)
  ) {
    lower.push(place(around, bottomAt(region, sign * around)));
  }
  lower.push(place(region.fromMm, bottomAt(region, sign * region.fromMm)));
  return [place(region.fromMm, region.topMm), place(region.toMm, region.topMm), ...lower];
}

function zoneMake(set: ZoneSet, part: Part, side: ZoneSide): Zone {
  const sign = side === 'left' ? 1 : -1;
  const put = (at: SkinPlace): SkinPlace => place(sign * at.aroundMm, at.downMm);
  return {
    set,
    id: part.id(side),
    side,
    name: part.name,
    centre: put(part.centre),
    outline: outlineOf(part, sign).map(put),
  };
}

interface Entry {
  readonly zone: Zone;
  readonly part: Part;
  readonly side: ZoneSide;
}

function entriesMake(set: ZoneSet): Entry[] {
  return (['right', 'left'] as const).flatMap((side) =>
    PARTS[set].map((part) => ({ zone: zoneMake(set, part, side), part, side })),
  );
}

const ENTRIES: Readonly<Record<ZoneSet, readonly Entry[]>> = {
  blue_6: entriesMake('blue_6'),
  zones_8: entriesMake('zones_8'),
  zones_12: entriesMake('zones_12'),
  zones_14: entriesMake('zones_14'),
};

/** The zones of a set, the right side's first. */
export function zonesOf(set: ZoneSet): readonly Zone[] {
  return ENTRIES[set].map(({ zone }) => zone);
}

/** The zone of an id, of whatever set. */
export function zoneFind(id: string): Zone | null {
  for (const set of ZONE_SETS) {
    const found = ENTRIES[set].find(({ zone }) => zone.id === id);
    if (found !== undefined) return found.zone;
  }
  return null;
}

/** Whether a place on the skin lies in a zone. */
export function zoneContains(zone: Zone, place: SkinPlace): boolean {
  return zoneAt(zone.set, place) === zone;
}

/** The zone that a place on the skin lies in, or null between and beyond them. */
export function zoneAt(set: ZoneSet, { aroundMm, downMm }: SkinPlace): Zone | null {
  const around = aroundWrap(aroundMm);
  const side: ZoneSide = around < 0 ? 'right' : 'left';
  return ENTRIES[set].find((entry) => entry.side === side && isIn(entry.part, around, downMm))?.zone ?? null;
}

/** How the probe is first put on a zone: in its middle, along the body, square on the skin, with good contact. */
export function zonePose({ centre }: Zone): ProbePose {
  return { ...centre, rotationRad: 0, tiltRad: 0, pressure: 0.5 };
}
