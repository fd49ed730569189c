import type { Sector } from '../../domain/geometry/sector.ts';
import type { KeyPlace, KeyPress } from '../keys/keys.ts';
import type { ScanContext, ScanEvent } from './machine/scan-context.ts';
import { KNOB_STEPS } from './machine-panel.tsx';

/** What of the console decides what a key does. */
export interface KeyState {
  readonly context: Pick<ScanContext, 'controls' | 'tool' | 'frozen' | 'mLine'>;
  /** Of the image on the screen; null before the first. */
  readonly sector: Sector | null;
}

/** Ways over the skin and over the image: x to the right, y down. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far one press goes: as it is, with Shift, with Alt. */
interface Stride {
  readonly plain: number;
  readonly far: number;
  readonly fine: number;
}

const SLIDE_MM: Stride = { plain: 4, far: 20, fine: 1 };
const CURSOR_MM: Stride = { plain: 1, far: 5, fine: 0.25 };
const IMAGES: Stride = { plain: 1, far: 10, fine: 1 };
const TURN_RAD: Stride = { plain: Math.PI / 36, far: Math.PI / 12, fine: Math.PI / 180 };
const TILT_RAD: Stride = { plain: Math.PI / 90, far: Math.PI / 18, fine: Math.PI / 180 };
const PRESS: Stride = { plain: 0.05, far: 0.2, fine: 0.01 };

function stride({ plain, far, fine }: Stride, press: KeyPress): number {
  if (press.shiftKey) return far;
  return press.altKey ? fine : plain;
}

/**
 * What a key does on the console, or null. Arrows slide the probe while the image runs, step through a frozen one,
 * and move the cross-hair of a tool in use. Single letters act only where the learner has not switched them off.
 */
export function scanKey(
  press: KeyPress,
  place: KeyPlace,
  areKeysOn: boolean,
  state: KeyState,
): ScanEvent | null {
  if (place === 'text' || press.ctrlKey || press.metaKey) return null;
  if (place === 'image') {
    const onImage = arrowEvent(press, state) ?? keyOfImage(press, state);
    if (onImage !== null) return onImage;
  }
  return areKeysOn ? letterEvent(press, place, state) : null;
}

function arrowEvent(press: KeyPress, { context, sector }: KeyState): ScanEvent | null {
  const arrow = ARROWS[press.key];
  if (arrow === undefined) return null;
  const [x, y] = arrow;
  if (context.tool !== 'look') {
    const mm = stride(CURSOR_MM, press);
    return sector === null ? null : { type: 'cursor.move', dxMm: x * mm, dyMm: y * mm, sector };
  }
  if (context.frozen !== null) {
    return x === 0 ? null : { type: 'cine.step', by: x * stride(IMAGES, press) };
  }
  const mm = stride(SLIDE_MM, press);
  return { type: 'pose.move', by: { aroundMm: x * mm, downMm: y * mm } };
}

function keyOfImage({ key }: KeyPress, { context, sector }: KeyState): ScanEvent | null {
  if (key === 'Enter' && context.tool === 'caliper' && sector !== null)
    return { type: 'cursor.place', sector };
  if (key === 'Escape' && context.tool !== 'look') return { type: 'tool.pick', tool: 'look' };
  if (context.frozen === null) return null;
  if (key === 'Home') return { type: 'cine.step', by: -1e6 };
  return key === 'End' ? { type: 'cine.step', by: 1e6 } : null;
}

function letterEvent(press: KeyPress, place: KeyPlace, { context }: KeyState): ScanEvent | null {
  const { controls, frozen, tool } = context;
  const turn = stride(TURN_RAD, press);
  const tilt = stride(TILT_RAD, press);
  const harder = stride(PRESS, press);
  switch (press.key.toLowerCase()) {
    case ' ':
      if (place !== 'image') return null;
      return { type: frozen === null ? 'image.freeze' : 'image.run' };
    case 'a':
      return { type: 'pose.move', by: { rotationRad: turn } };
    case 'd':
      return { type: 'pose.move', by: { rotationRad: -turn } };
    case 'w':
      return { type: 'pose.move', by: { tiltRad: tilt } };
    case 's':
      return { type: 'pose.move', by: { tiltRad: -tilt } };
    case 'q':
      return { type: 'pose.move', by: { pressure: -harder } };
    case 'e':
      return { type: 'pose.move', by: { pressure: harder } };
    case '[':
      return { type: 'controls.set', controls: { depthMm: controls.depthMm - KNOB_STEPS.depthMm } };
    case ']':
      return { type: 'controls.set', controls: { depthMm: controls.depthMm + KNOB_STEPS.depthMm } };
    case '-':
      return { type: 'controls.set', controls: { gainDb: controls.gainDb - KNOB_STEPS.gainDb } };
    case '+':
    case '=':
      return { type: 'controls.set', controls: { gainDb: controls.gainDb + KNOB_STEPS.gainDb } };
    case 'm':
      return { type: 'm_mode.toggle' };
    case 'c':
      return frozen === null ? null : { type: 'tool.pick', tool: tool === 'caliper' ? 'look' : 'caliper' };
    case 'p':
      return frozen === null ? null : { type: 'loop.toggle' };
    case ',':
      return frozen === null ? null : { type: 'cine.step', by: -1 };
    case '.':
      return frozen === null ? null : { type: 'cine.step', by: 1 };
    case 't':
      return frozen === null ? null : { type: 'truth.toggle' };
    default:
      return null;
  }
}
