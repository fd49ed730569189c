import { poseClamp } from '../../../domain/scan/pose-limits.ts';
import type { ProbePose } from '../../../domain/scan/probe-pose.ts';
import type { ScanControls } from '../../../domain/scan/scan-controls.ts';
import { controlsClamp, type ScanPreset, scanPreset } from '../../../domain/scan/scan-presets.ts';
import { aroundWrap, TORSO } from '../../../domain/scan/skin.ts';
import { zoneFind, zonePose } from '../../../domain/scan/zones.ts';
import type { ProbeView } from '../../../ports/frame-source.ts';

/** The sides from which the torso is looked at. */
export const TORSO_SIDES = ['front', 'left', 'back', 'right'] as const;
export type TorsoSide = (typeof TORSO_SIDES)[number];

/** The probe that the learner moves, and the scanner that it belongs to. */
export interface ProbeContext {
  readonly pose: ProbePose;
  readonly controls: ScanControls;
  readonly side: TorsoSide;
  /** Scan line of the M-mode, -1 to 1; null where none runs. */
  readonly mLine: number | null;
}

export type ProbeEvent =
  | { readonly type: 'pose.set'; readonly pose: Partial<ProbePose> }
  /** Adds to the pose. */
  | { readonly type: 'pose.move'; readonly by: Partial<ProbePose> }
  | { readonly type: 'zone.go'; readonly zoneId: string }
  | { readonly type: 'side.pick'; readonly side: TorsoSide }
  | { readonly type: 'controls.set'; readonly controls: Partial<ScanControls> }
  | { readonly type: 'tgc.set'; readonly slider: number; readonly db: number }
  | { readonly type: 'preset.pick'; readonly preset: ScanPreset }
  | { readonly type: 'm_line.set'; readonly lateral: number };

export type ProbeChange = Partial<ProbeContext>;

export function viewOf({ pose, controls }: ProbeView): ProbeView {
  return { pose, controls };
}

/** The meridian of the torso that a side shows in its middle, mm. */
export function sideMiddleMm(side: TorsoSide): number {
  return aroundWrap((TORSO_SIDES.indexOf(side) * TORSO.girthMm) / 4);
}

/** Beyond this share of the girth from the middle of a side the probe is hard to see there. */
const SIDE_REACH = 0.18;

/** The side goes with the probe before it is lost behind the torso's edge. */
export function sideFollow(side: TorsoSide, { aroundMm }: Pick<ProbePose, 'aroundMm'>): TorsoSide {
  const away = (one: TorsoSide): number => Math.abs(aroundWrap(aroundMm - sideMiddleMm(one)));
  if (away(side) <= SIDE_REACH * TORSO.girthMm) return side;
  return TORSO_SIDES.reduce((best, one) => (away(one) < away(best) ? one : best));
}

export function poseSet(
  { pose, side }: Pick<ProbeContext, 'pose' | 'side'>,
  change: Partial<ProbePose>,
): ProbeChange {
  const next = poseClamp({ ...pose, ...change });
  return { pose: next, side: sideFollow(side, next) };
}

export function poseMove(context: Pick<ProbeContext, 'pose' | 'side'>, by: Partial<ProbePose>): ProbeChange {
  const { pose } = context;
  return poseSet(context, {
    aroundMm: pose.aroundMm + (by.aroundMm ?? 0),
    downMm: pose.downMm + (by.downMm ?? 0),
    rotationRad: pose.rotationRad + (by.rotationRad ?? 0),
    tiltRad: pose.tiltRad + (by.tiltRad ?? 0),
    pressure: pose.pressure + (by.pressure ?? 0),
  });
}

export function zoneGo(context: Pick<ProbeContext, 'pose' | 'side'>, zoneId: string): ProbeChange {
  const zone = zoneFind(zoneId);
  return zone === null ? {} : poseSet(context, zonePose(zone));
}

/** Another probe comes with the preset that it is taken up for. */
export function controlsSet(
  { controls }: Pick<ProbeContext, 'controls'>,
  change: Partial<ScanControls>,
): ProbeChange {
  const isOther = change.probe !== undefined && change.probe !== controls.probe;
  const before = isOther ? scanPreset(change.probe === 'linear' ? 'superficial' : 'lung') : controls;
  return { controls: controlsClamp({ ...before, ...change }) };
}

export function tgcSet(
  { controls }: Pick<ProbeContext, 'controls'>,
  slider: number,
  db: number,
): ProbeChange {
  if (controls.tgcDb[slider] === undefined) return {};
  const tgcDb = controls.tgcDb.with(slider, db) as unknown as ScanControls['tgcDb'];
  return { controls: controlsClamp({ ...controls, tgcDb }) };
}

export function mLineSet(lateral: number): ProbeChange {
  return Number.isFinite(lateral) ? { mLine: Math.min(1, Math.max(-1, lateral)) } : {};
}
