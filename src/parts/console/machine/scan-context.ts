import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { MmPoint } from '../../../domain/geometry/point.ts';
import {
  beamFromMm,
  mmFromBeam,
  type Sector,
  sectorBounds,
  sectorContains,
} from '../../../domain/geometry/sector.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import { POSE_START } from '../../../domain/scan/pose-limits.ts';
import { scanPreset } from '../../../domain/scan/scan-presets.ts';
import type { ZoneSet } from '../../../domain/scan/zones.ts';
import type { HeldImages, SourceFrame } from '../../../ports/frame-source.ts';
import { type Cine, cineNext, cineOf, cineStep, cineTo } from '../../player/machine/cine.ts';
import { mLineSet, type ProbeContext, type ProbeEvent } from '../../probe/machine/probe-context.ts';
import {
  CALIPERS_MAX,
  type Caliper,
  type CaliperEnd,
  caliperHit,
  caliperLetter,
  caliperMove,
  caliperRename,
} from './caliper.ts';

/** The use of a press on the image. */
export type ScanTool = 'look' | 'caliper' | 'm_line';

export interface ScanInput {
  readonly request: PatientRequest;
  /** Whether the patient's illness is kept from the learner. */
  readonly isSecret: boolean;
  readonly zoneSet: ZoneSet;
}

export interface ScanContext extends ProbeContext {
  readonly request: PatientRequest;
  readonly isSecret: boolean;
  readonly zoneSet: ZoneSet;
  readonly tool: ScanTool;
  /** The keyboard's cross-hair on the image. */
  readonly cursor: MmPoint;
  readonly isCursorShown: boolean;
  /** The image that stands still; null while it runs. */
  readonly frozen: SourceFrame | null;
  readonly cine: Cine | null;
  readonly calipers: readonly Caliper[];
  readonly nextCaliperId: number;
  /** The end that follows pointer or cross-hair. */
  readonly held: CaliperEnd | null;
  readonly isTruthShown: boolean;
  /** Why there is no image. */
  readonly problem: MessageFact | null;
}

export type ScanEvent =
  | ProbeEvent
  /** Another patient; probe and scanner stay as they are. */
  | { readonly type: 'patient.pick'; readonly request: PatientRequest; readonly isSecret: boolean }
  | { readonly type: 'patient.retry' }
  | { readonly type: 'zones.pick'; readonly zoneSet: ZoneSet }
  | { readonly type: 'image.freeze' }
  | { readonly type: 'image.run' }
  /** The patient broke down while running. */
  | { readonly type: 'image.broken'; readonly error: unknown }
  | { readonly type: 'cine.step'; readonly by: number }
  | { readonly type: 'cine.to'; readonly index: number }
  | { readonly type: 'loop.toggle' }
  | { readonly type: 'm_mode.toggle' }
  | { readonly type: 'tool.pick'; readonly tool: ScanTool }
  /** On the image; `sector` is that of the image shown. */
  | {
      readonly type: 'point.down';
      readonly point: MmPoint;
      readonly reachMm: number;
      readonly sector: Sector;
    }
  | { readonly type: 'point.move'; readonly point: MmPoint; readonly sector: Sector }
  | { readonly type: 'point.up' }
  | { readonly type: 'cursor.move'; readonly dxMm: number; readonly dyMm: number; readonly sector: Sector }
  /** Sets or lets go of a caliper's end, or the M-mode line, at the cross-hair. */
  | { readonly type: 'cursor.place'; readonly sector: Sector }
  | { readonly type: 'caliper.name'; readonly id: number; readonly name: string }
  | { readonly type: 'caliper.remove'; readonly id: number }
  | { readonly type: 'truth.toggle' };

export type ScanChange = Partial<ScanContext>;

export function scanBegin({ request, isSecret, zoneSet }: ScanInput): ScanContext {
  const controls = scanPreset('lung');
  return {
    request,
    isSecret,
    pose: POSE_START,
    controls,
    side: 'front',
    zoneSet,
    mLine: null,
    tool: 'look',
    cursor: { x: 0, y: controls.depthMm / 3 },
    isCursorShown: false,
    frozen: null,
    cine: null,
    calipers: [],
    nextCaliperId: 1,
    held: null,
    isTruthShown: false,
    problem: null,
  };
}

export function cineBegin(frozen: SourceFrame, held: HeldImages): ScanChange {
  return { frozen, cine: cineOf(held, frozen.index), problem: null };
}

/** Calipers belong to one image: on the next one the body has moved under them. */
function cineChange(context: ScanContext, cine: Cine): ScanChange {
  return cine.index === context.cine?.index ? {} : { cine, ...calipersNone() };
}

export function cineStepped(context: ScanContext, by: number): ScanChange {
  return context.cine === null ? {} : cineChange(context, cineStep(context.cine, by));
}

export function cineMoved(context: ScanContext, index: number): ScanChange {
  return context.cine === null ? {} : cineChange(context, cineTo(context.cine, index));
}

export function cineAdvanced(context: ScanContext): ScanChange {
  return context.cine === null ? {} : cineChange(context, cineNext(context.cine));
}

function calipersNone(): ScanChange {
  return { calipers: [], held: null, nextCaliperId: 1 };
}

/** Everything that belongs to a still image goes when it runs again. */
export function runBegin({ tool }: ScanContext): ScanChange {
  return {
    ...calipersNone(),
    frozen: null,
    cine: null,
    isTruthShown: false,
    tool: tool === 'caliper' ? 'look' : tool,
    problem: null,
  };
}

export function patientTake(context: ScanContext, request: PatientRequest, isSecret: boolean): ScanChange {
  return { ...runBegin(context), request, isSecret };
}

export function problemTake(error: unknown): ScanChange {
  return {
    problem: errorFact(error, { code: 'scanStopped' }),
  };
}

export function mModeToggle({ mLine, tool }: ScanContext): ScanChange {
  if (mLine !== null) return { mLine: null, tool: tool === 'm_line' ? 'look' : tool };
  return { mLine: 0, tool: 'm_line' };
}

export function scanToolPick(context: ScanContext, tool: ScanTool): ScanChange {
  return { tool, held: null, isCursorShown: false, ...(tool === 'm_line' && { mLine: context.mLine ?? 0 }) };
}

export function pointDown(context: ScanContext, point: MmPoint, reachMm: number, sector: Sector): ScanChange {
  const shown = { isCursorShown: false, cursor: point };
  if (context.tool === 'm_line') return { ...shown, ...mLineSet(beamFromMm(sector, point).lateral) };
  if (context.tool !== 'caliper' || context.frozen === null) return {};
  const hit = caliperHit(context.calipers, point, reachMm);
  if (hit !== null) return { ...shown, held: hit };
  // An end that was put down by a click waits for the other one.
  if (context.held !== null) {
    return { ...shown, calipers: caliperMove(context.calipers, context.held, point), held: null };
  }
  return { ...shown, ...caliperBegin(context, insideOf(sector, point)) };
}

export function pointMove(context: ScanContext, point: MmPoint, sector: Sector): ScanChange {
  if (context.tool === 'm_line') return mLineSet(beamFromMm(sector, point).lateral);
  if (context.held === null) return {};
  return { calipers: caliperMove(context.calipers, context.held, insideOf(sector, point)) };
}

export function pointUp(context: ScanContext): ScanChange {
  return { held: heldAfterPress(context) };
}

/** A press without a move leaves the second end following the pointer; a drag has already put it down. */
function heldAfterPress({ held, calipers }: ScanContext): CaliperEnd | null {
  const caliper = calipers.find(({ id }) => id === held?.id);
  if (held === null || caliper === undefined) return null;
  const isClick = caliper.from.x === caliper.to.x && caliper.from.y === caliper.to.y;
  return isClick ? held : null;
}

function caliperBegin(context: ScanContext, point: MmPoint): ScanChange {
  const { calipers, nextCaliperId: id } = context;
  if (calipers.length >= CALIPERS_MAX) return {};
  const begun: Caliper = { id, name: caliperLetter(calipers), from: point, to: point };
  return { calipers: [...calipers, begun], nextCaliperId: id + 1, held: { id, end: 'to' } };
}

export function scanCursorMove(context: ScanContext, dxMm: number, dyMm: number, sector: Sector): ScanChange {
  const { tool, cursor, held, calipers } = context;
  if (tool === 'm_line') {
    const span = sectorBounds(sector);
    const lateral = (context.mLine ?? 0) + (2 * dxMm) / (span.right - span.left);
    return mLineSet(lateral);
  }
  const point = insideOf(sector, { x: cursor.x + dxMm, y: cursor.y + dyMm });
  return {
    cursor: point,
    isCursorShown: true,
    ...(held !== null && { calipers: caliperMove(calipers, held, point) }),
  };
}

export function cursorPlace(context: ScanContext, sector: Sector): ScanChange {
  if (context.tool !== 'caliper' || context.frozen === null) return {};
  if (context.held !== null) return { held: null };
  return { isCursorShown: true, ...caliperBegin(context, insideOf(sector, context.cursor)) };
}

/** The point itself, or the nearest one among the scan lines. */
function insideOf(sector: Sector, point: MmPoint): MmPoint {
  if (sectorContains(sector, point)) return point;
  const { lateral, depthMm } = beamFromMm(sector, point);
  return mmFromBeam(sector, {
    lateral: Math.min(1, Math.max(-1, lateral)),
    depthMm: Math.min(sector.depthMm, Math.max(0, depthMm)),
  });
}

export function caliperNamed({ calipers }: ScanContext, id: number, name: string): ScanChange {
  return { calipers: caliperRename(calipers, id, name) };
}

export function caliperRemoved({ calipers, held }: ScanContext, id: number): ScanChange {
  return { calipers: calipers.filter((one) => one.id !== id), held: held?.id === id ? null : held };
}
