import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { MarkTool } from '../../domain/scenario/tools.ts';
import type { MarkingContext, MarkingEvent } from '../marking/machine/marking-context.ts';
import { toolIsSized } from '../marking/machine/stroke.ts';

/** What a key asks for beyond marking. */
export type KeyCommand = 'freeze' | 'overlay' | 'hint' | 'sheet' | 'review';

/** The part of a keyboard event that matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where the focus is: on the image (or nowhere in particular), on a control, or in a field one types into. */
export type KeyPlace = 'image' | 'control' | 'text';

const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  ' ': 'freeze',
  o: 'overlay',
  h: 'hint',
  '?': 'sheet',
  x: 'review',
};

const TOOLS: Readonly<Record<string, MarkTool>> = {
  b: 'brush',
  e: 'eraser',
  l: 'line',
  v: 'beam',
  r: 'region',
};

/** Directions in the image: x to the right, y deeper. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const SIZE_STEP_MM = 0.5;

/** How far an arrow moves the cross-hair, mm. */
function arrowStepMm(press: KeyPress): number {
  if (press.shiftKey) return 5;
  return press.altKey ? 0.25 : 1;
}

/** A command of the screens, or null. Space freezes from the image alone: on a button it presses the button. */
export function keyCommand(press: KeyPress, place: KeyPlace, areKeysOn: boolean): KeyCommand | null {
  if (!areKeysOn || place === 'text' || press.ctrlKey || press.metaKey || press.altKey) return null;
  const command = COMMANDS[press.key.toLowerCase()] ?? null;
  return command === 'freeze' && place !== 'image' ? null : command;
}

/** What a key does to the marks, or null. */
export function keyMark(
  press: KeyPress,
  place: KeyPlace,
  areKeysOn: boolean,
  marking: MarkingContext,
): MarkingEvent | null {
  if (place === 'text') return null;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey) return null;
    if (key === 'z') return { type: press.shiftKey ? 'redo' : 'undo' };
    return key === 'y' ? { type: 'redo' } : null;
  }
  if (key === 'escape') return { type: 'mark.cancel' };
  if (place === 'image') {
    const arrow = ARROWS[press.key];
    if (arrow !== undefined) {
      const step = arrowStepMm(press);
      return { type: 'cursor.move', dxMm: arrow[0] * step, dyMm: arrow[1] * step };
    }
    if (key === 'enter') return { type: 'point.place' };
  }
  return areKeysOn && !press.altKey ? keySingle(key, marking) : null;
}

function keySingle(key: string, { tool, sizeMm }: MarkingContext): MarkingEvent | null {
  const picked = TOOLS[key];
  if (picked !== undefined) return { type: 'tool.pick', tool: picked };
  if (key === 'f') return { type: 'mark.finish' };
  if (key === '[' || key === ']') {
    if (!toolIsSized(tool)) return null;
    return { type: 'size.set', mm: sizeMm[tool] + (key === ']' ? SIZE_STEP_MM : -SIZE_STEP_MM) };
  }
  const finding = /^[1-7]$/.test(key) ? MARKABLE_FINDINGS[Number(key) - 1] : undefined;
  return finding === undefined ? null : { type: 'finding.pick', finding };
}

/** Where a key was pressed, by the element that has the focus. */
export function keyPlace(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'image';
  if (target.matches('input:not([type=radio],[type=checkbox],[type=range]), textarea, select')) return 'text';
  if (target.closest('#screen') !== null || target.matches('body, main')) return 'image';
  return 'control';
}
