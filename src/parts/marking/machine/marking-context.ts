import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { MmPoint } from '../../../domain/geometry/point.ts';
import { mmFromBeam, type Sector } from '../../../domain/geometry/sector.ts';
import {
  HISTORY_EMPTY,
  historyChange,
  historyClear,
  historyMarks,
  historyPush,
  historyRedo,
  historyUndo,
  type MarkHistory,
} from '../../../domain/marks/history.ts';
import type { Mark } from '../../../domain/marks/mark.ts';
import { type MarkTool, toolSuggest } from '../../../domain/scenario/tools.ts';
import {
  pointInside,
  pointsNeeded,
  type Stroke,
  type StrokeStep,
  sizeClamp,
  strokeBack,
  strokeBegin,
  strokeDraft,
  strokeMark,
  strokeMove,
  strokePlace,
  strokePress,
  strokeRelease,
  TOOL_SIZES,
  type ToolSizes,
  toolIsPlaced,
  toolIsSized,
} from './stroke.ts';

export interface MarkingInput {
  /** Of the frozen frame. */
  readonly sector: Sector;
  /** The findings asked for; the first one is chosen at the start. */
  readonly findings: readonly MarkableFinding[];
  readonly tools: readonly MarkTool[];
  /** Marks from before, e.g. before a reload. */
  readonly history?: MarkHistory;
  /** Told of every edit as it is made (`historyKept`), so that no mark is lost whatever happens here. */
  readonly onEdit?: (history: MarkHistory) => void;
}

export interface MarkingOutput {
  readonly history: MarkHistory;
}

export interface MarkingContext {
  readonly sector: Sector;
  readonly findings: readonly MarkableFinding[];
  readonly tools: readonly MarkTool[];
  readonly finding: MarkableFinding;
  readonly tool: MarkTool;
  /** The tool last used for each finding, taken up again when the finding is picked. */
  readonly toolByFinding: Readonly<Partial<Record<MarkableFinding, MarkTool>>>;
  /** Width in mm that each tool draws (a brush's diameter). */
  readonly sizeMm: ToolSizes;
  /** The keyboard's cross-hair; follows the pointer's presses. */
  readonly cursor: MmPoint;
  /** False while the pointer is in use. */
  readonly isCursorShown: boolean;
  readonly history: MarkHistory;
  /** The marks in force: those of `history`. */
  readonly marks: readonly Mark[];
  readonly stroke: Stroke | null;
  /** The mark still being drawn. */
  readonly draft: Mark | null;
  /** Why the last event did nothing; null otherwise. */
  readonly notice: MarkingNotice | null;
  readonly onEdit: ((history: MarkHistory) => void) | null;
  /** The news that `onEdit` was told last. */
  readonly told: MarkingNews;
}

/** Why an event did nothing. */
export type MarkingNotice =
  | { readonly code: 'tool_missing'; readonly tool: MarkTool }
  | { readonly code: 'finding_not_asked'; readonly finding: MarkableFinding }
  /** A mark cannot end yet: it needs so many points, and so many are missing. */
  | {
      readonly code: 'points_missing';
      readonly tool: MarkTool;
      readonly needed: number;
      readonly missing: number;
    };

/** The state by which it is known whether there is anything new to keep. */
export interface MarkingNews {
  readonly history: MarkHistory;
  /** Points of the stroke under way, while none is held down; null where there is none. */
  readonly points: Stroke['points'] | null;
}

/** A mark that was drawn before, as it is from now on; null where it is taken away. */
export interface MarkReplacement {
  readonly id: string;
  readonly mark: Mark | null;
  /** Whether it is undone together with the replacement of the same mark just before it. */
  readonly goesOn: boolean;
}

export type MarkingEvent =
  | { readonly type: 'pointer.down'; readonly point: MmPoint }
  | { readonly type: 'pointer.move'; readonly point: MmPoint }
  | { readonly type: 'pointer.up'; readonly point: MmPoint }
  | { readonly type: 'pointer.cancel' }
  | { readonly type: 'tool.pick'; readonly tool: MarkTool }
  | { readonly type: 'finding.pick'; readonly finding: MarkableFinding }
  /** Of the tool in use, or of `tool`. */
  | { readonly type: 'size.set'; readonly mm: number; readonly tool?: MarkTool }
  | { readonly type: 'cursor.move'; readonly dxMm: number; readonly dyMm: number }
  | { readonly type: 'cursor.to'; readonly point: MmPoint }
  | { readonly type: 'point.place' }
  | { readonly type: 'mark.finish' }
  | { readonly type: 'mark.cancel' }
  | ({ readonly type: 'mark.replace' } & MarkReplacement)
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'clear' }
  /** The learner is done: ends the stroke if it is whole, and the machine. */
  | { readonly type: 'marks.submit' };

export type MarkingChange = Partial<MarkingContext>;

export function markingBegin(input: MarkingInput): MarkingContext {
  const { sector, findings, tools } = input;
  const finding = findings[0];
  if (finding === undefined) throw new Error('A marking needs at least one finding to ask for.');
  const history = input.history ?? HISTORY_EMPTY;
  return {
    sector,
    findings,
    tools,
    finding,
    tool: toolSuggest(finding, tools),
    toolByFinding: {},
    sizeMm: {
      brush: TOOL_SIZES.brush.initial,
      eraser: TOOL_SIZES.eraser.initial,
      line: TOOL_SIZES.line.initial,
      beam: TOOL_SIZES.beam.initial,
    },
    cursor: mmFromBeam(sector, { lateral: 0, depthMm: sector.depthMm / 3 }),
    isCursorShown: false,
    history,
    marks: historyMarks(history),
    stroke: null,
    draft: null,
    notice: null,
    onEdit: input.onEdit ?? null,
    told: { history, points: null },
  };
}

export function markingNews({ history, stroke }: MarkingContext): MarkingNews {
  return { history, points: stroke !== null && stroke.pressed === null ? stroke.points : null };
}

/**
 * The history that a reload is to find: all marks, and among them the one that is being placed point by point, as far as it goes.
 */
export function historyKept(context: MarkingContext): MarkHistory {
  return markingNews(context).points === null ? context.history : strokeSettle(context).history;
}

/** The pointer pressed: a new stroke, or the next point of a line or region. */
export function pressStart(context: MarkingContext, at: MmPoint): MarkingChange {
  const point = pointInside(context.sector, at);
  if (point === null) return {};
  const isGoingOn = context.stroke !== null && toolIsPlaced(context.stroke.tool);
  const settled = isGoingOn ? context : strokeSettle(context);
  const stroke = strokePress(settled.tool, point, settled.stroke);
  return { ...settled, ...strokeChange(settled, stroke), cursor: point, isCursorShown: false };
}

export function pressMove(context: MarkingContext, at: MmPoint): MarkingChange {
  const point = pointInside(context.sector, at);
  if (point === null || context.stroke === null) return {};
  return strokeChange(context, strokeMove(context.stroke, point));
}

export function pressRelease(context: MarkingContext, at: MmPoint): MarkingChange {
  const { stroke } = context;
  if (stroke === null) return {};
  const point = pointInside(context.sector, at) ?? stroke.hover;
  if (point === null) return pressCancel(context);
  return { ...stepChange(context, strokeRelease(stroke, point, context)), cursor: point };
}

/** Points that were placed before the press stay. */
export function pressCancel(context: MarkingContext): MarkingChange {
  const { stroke } = context;
  if (stroke === null || stroke.isDragged || !toolIsPlaced(stroke.tool) || stroke.points.length === 0) {
    return strokeDrop();
  }
  return strokeChange(context, { ...stroke, pressed: null, hover: null });
}

/** Moves the keyboard's cursor by or to; a stroke under way follows it. */
export function cursorSet(context: MarkingContext, to: MmPoint): MarkingChange {
  const cursor = pointInside(context.sector, to);
  if (cursor === null) return {};
  const moved = { cursor, isCursorShown: true };
  if (context.stroke === null) return moved;
  return { ...moved, ...strokeChange(context, strokeMove(context.stroke, cursor)) };
}

/** Places a point at the cursor: begins a stroke, adds to it, or ends it. */
export function pointPlace(context: MarkingContext): MarkingChange {
  const { stroke, cursor, tool } = context;
  const shown = { isCursorShown: true };
  if (stroke === null) return { ...shown, ...strokeChange(context, strokeBegin(tool, cursor)) };
  return { ...shown, ...stepChange(context, strokePlace(stroke, cursor, context)) };
}

/** Ends the stroke if it has points enough, else says what is missing. */
export function strokeFinish(context: MarkingContext): MarkingChange {
  if (context.stroke === null) return {};
  return stepChange(context, { stroke: { ...context.stroke, pressed: null }, isEnded: true });
}

export function strokeDrop(): MarkingChange {
  return { stroke: null, draft: null };
}

/** Takes back the last point of the stroke under way, else the last edit. */
export function undo(context: MarkingContext): MarkingChange {
  const { stroke } = context;
  if (stroke === null) return historyTake(historyUndo(context.history));
  const back = stroke.pressed === null ? strokeBack(stroke) : null;
  return back === null ? strokeDrop() : strokeChange(context, back);
}

export function redo(context: MarkingContext): MarkingChange {
  // A stroke under way is a new edit to be, and a new edit forgets what was undone.
  return context.stroke === null ? historyTake(historyRedo(context.history)) : {};
}

/** Puts a mark in the place of the one of that id, or takes it away where it is null. */
export function markReplace(context: MarkingContext, { id, mark, goesOn }: MarkReplacement): MarkingChange {
  const settled = strokeSettle(context);
  return { ...settled, ...historyTake(historyChange(settled.history, id, mark, goesOn)) };
}

export function clear(context: MarkingContext): MarkingChange {
  const settled = strokeSettle(context);
  return { ...settled, ...historyTake(historyClear(settled.history)) };
}

export function toolPick(context: MarkingContext, tool: MarkTool): MarkingChange {
  if (!context.tools.includes(tool)) return { notice: { code: 'tool_missing', tool } };
  const settled = strokeSettle(context);
  const toolByFinding =
    tool === 'eraser' ? settled.toolByFinding : { ...settled.toolByFinding, [settled.finding]: tool };
  return { ...settled, tool, toolByFinding };
}

export function findingPick(context: MarkingContext, finding: MarkableFinding): MarkingChange {
  if (!context.findings.includes(finding)) {
    return { notice: { code: 'finding_not_asked', finding } };
  }
  const settled = strokeSettle(context);
  const tool = settled.toolByFinding[finding] ?? toolSuggest(finding, settled.tools);
  return { ...settled, finding, tool };
}

export function sizeSet(context: MarkingContext, mm: number, tool: MarkTool): MarkingChange {
  if (!toolIsSized(tool) || !Number.isFinite(mm)) return {};
  const sizeMm = { ...context.sizeMm, [tool]: sizeClamp(tool, mm) };
  return { sizeMm, draft: draftOf({ ...context, sizeMm }, context.stroke) };
}

/** Ends the stroke under way if it is whole, and drops it if not: for whatever cannot wait for it. */
export function strokeSettle(context: MarkingContext): MarkingContext {
  const { stroke } = context;
  const mark = stroke === null ? null : strokeMark(stroke, context, markId(context));
  if (mark === null) return { ...context, ...strokeDrop() };
  return { ...context, ...markChange(context, mark) };
}

function stepChange(context: MarkingContext, { stroke, isEnded }: StrokeStep): MarkingChange {
  if (!isEnded) return strokeChange(context, stroke);
  const mark = strokeMark(stroke, context, markId(context));
  if (mark !== null) return markChange(context, mark);
  const needed = pointsNeeded(stroke.tool);
  const missing = needed - stroke.points.length;
  return {
    ...strokeChange(context, stroke),
    notice: { code: 'points_missing', tool: stroke.tool, needed, missing },
  };
}

/** Erasing where there is nothing is not an edit. */
function markChange(context: MarkingContext, mark: Mark): MarkingChange {
  if (mark.kind === 'eraser' && context.marks.length === 0) return strokeDrop();
  return { ...strokeDrop(), ...historyTake(historyPush(context.history, mark)) };
}

function strokeChange(context: MarkingContext, stroke: Stroke): MarkingChange {
  return { stroke, draft: draftOf(context, stroke) };
}

function draftOf(context: MarkingContext, stroke: Stroke | null): Mark | null {
  return stroke === null ? null : strokeDraft(stroke, context, markId(context));
}

function historyTake(history: MarkHistory): MarkingChange {
  return { history, marks: historyMarks(history) };
}

/** Unique among the marks in force: undone edits are forgotten as soon as another mark takes their place. */
function markId({ history }: MarkingContext): string {
  return `mark-${history.done + 1}`;
}
