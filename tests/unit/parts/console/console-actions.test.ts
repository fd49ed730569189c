import { describe, expect, test } from 'vitest';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import { scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import {
  CONSOLE_ACTIONS,
  consoleMode,
  type KeyState,
} from '../../../../src/parts/console/console-actions.ts';
import type { ScanContext } from '../../../../src/parts/console/machine/scan-context.ts';
import { padRead } from '../../../../src/parts/probe/gamepad.ts';
import { actionFind, type KeyPlace, type KeyPress } from '../../../../src/ui/actions/action-find.ts';

const SECTOR: Sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 20, y: 0 }, widthMm: 40, depthMm: 60 };
const FROZEN = {
  index: 3,
  truth: null,
  frame: { width: 1, height: 1, grey: new Uint8Array(1), sector: SECTOR, timeMs: 0 },
};

function press(key: string, also: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...also };
}

function state(change: Partial<ScanContext> = {}): KeyState {
  return {
    sector: SECTOR,
    context: { controls: scanPreset('lung'), tool: 'look', frozen: null, mLine: null, ...change },
  };
}

function scanKey(pressed: KeyPress, place: KeyPlace, areKeysOn: boolean, now: KeyState) {
  return actionFind(CONSOLE_ACTIONS, pressed, { place, areKeysOn, mode: consoleMode(now) }, now);
}

describe('keys', () => {
  test('arrows slide the running probe, step through a frozen image, move a tool', () => {
    expect(scanKey(press('ArrowLeft'), 'image', true, state())).toEqual({
      type: 'pose.move',
      by: { aroundMm: -4, downMm: 0 },
    });
    expect(scanKey(press('ArrowDown', { shiftKey: true }), 'image', true, state())).toEqual({
      type: 'pose.move',
      by: { aroundMm: 0, downMm: 20 },
    });
    expect(scanKey(press('ArrowRight'), 'image', true, state({ frozen: FROZEN }))).toEqual({
      type: 'cine.step',
      by: 1,
    });
    expect(scanKey(press('ArrowUp'), 'image', true, state({ frozen: FROZEN }))).toBeNull();
    expect(
      scanKey(press('ArrowUp', { altKey: true }), 'image', true, state({ frozen: FROZEN, tool: 'caliper' })),
    ).toEqual({ type: 'cursor.move', dxMm: 0, dyMm: -0.25, sector: SECTOR });
  });

  test('a key and its opposite undo each other', () => {
    for (const [one, other] of [
      ['a', 'd'],
      ['w', 's'],
      ['q', 'e'],
    ] as const) {
      const [there, back] = [one, other].map((key) => scanKey(press(key), 'image', true, state()));
      if (there?.type !== 'pose.move' || back?.type !== 'pose.move') throw new Error('No move.');
      const sums = Object.keys(there.by).map((name) => {
        const part = name as keyof typeof there.by;
        return (there.by[part] ?? 0) + (back.by[part] ?? 0);
      });
      expect(sums).toEqual([0]);
    }
  });

  test('Space freezes and runs from the image alone; a button keeps its own Space and arrows', () => {
    expect(scanKey(press(' '), 'image', true, state())).toEqual({ type: 'image.freeze' });
    expect(scanKey(press(' '), 'image', true, state({ frozen: FROZEN }))).toEqual({ type: 'image.run' });
    expect(scanKey(press(' '), 'control', true, state())).toBeNull();
    expect(scanKey(press('ArrowLeft'), 'control', true, state())).toBeNull();
  });

  test('single letters can be switched off, arrows not; nothing acts while typing or with Ctrl', () => {
    expect(scanKey(press('m'), 'image', false, state())).toBeNull();
    expect(scanKey(press('ArrowLeft'), 'image', false, state())).not.toBeNull();
    expect(scanKey(press('m'), 'text', true, state())).toBeNull();
    expect(scanKey(press('c', { ctrlKey: true }), 'image', true, state({ frozen: FROZEN }))).toBeNull();
  });

  test('what needs a still image waits for one', () => {
    for (const key of ['c', 'p', 't', ',', '.', 'Home', 'End']) {
      expect(scanKey(press(key), 'image', true, state())).toBeNull();
      expect(scanKey(press(key), 'image', true, state({ frozen: FROZEN }))).not.toBeNull();
    }
  });
});

describe('a gamepad', () => {
  const pad = (axes: readonly number[], trigger = 0, freeze = false) => ({
    axes,
    buttons: Array.from({ length: 8 }, (_, at) => ({
      pressed: at === 0 && freeze,
      value: at === 7 ? trigger : 0,
    })),
  });

  test('at rest, and a little beside it, it does nothing', () => {
    expect(padRead(pad([0.1, -0.1, 0.05, 0]), 100)).toEqual({
      by: null,
      pressure: null,
      isFreezePressed: false,
    });
  });

  test('pushed fully it goes as far as the time allows', () => {
    const { by, pressure, isFreezePressed } = padRead(pad([1, 0, -1, 0], 0.6, true), 500);
    expect(by).toEqual({ aroundMm: 60, downMm: 0, rotationRad: 0.8, tiltRad: -0 });
    expect(pressure).toBe(0.6);
    expect(isFreezePressed).toBe(true);
  });

  test('one without a second stick or trigger still slides', () => {
    expect(padRead({ axes: [0, 1], buttons: [] }, 1000).by).toMatchObject({ downMm: 120, rotationRad: -0 });
  });
});
