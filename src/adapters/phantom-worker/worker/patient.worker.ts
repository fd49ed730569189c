import type { MModeColumns, ProbeView } from '../../../ports/frame-source.ts';
import {
  type LivePatient,
  livePatientColumns,
  livePatientFrame,
  livePatientImage,
  livePatientOpen,
} from '../../../simulator/patient/live-patient.ts';
import { HELD_MS } from '../shared/held.ts';
import type { FromPatientWorker, ToPatientWorker } from '../shared/messages.ts';
import { failTell, pageListen } from './listen.ts';
import { runnerCreate } from './runner.ts';

/** A little more than 30 images a second, so that none of these is lost to a timer that comes late. */
const PERIOD_MS = 32;
/** Echoes of the M-mode's line for each image: one every 4 ms, a time that has no rounding. */
const COLUMNS = 8;
/** Of an M-mode that is drawn once more, ms. */
const TRACED_MS = 5000;
const HELD = Math.ceil(HELD_MS / PERIOD_MS) + 1;

interface Opened {
  readonly patient: LivePatient;
  readonly sizePx: number;
  /** The view from which the next image is cut. */
  view: ProbeView;
  mLine: number | null;
  /** The image that comes next. */
  next: number;
  /** The views from which the last images were cut. */
  readonly views: Map<number, ProbeView>;
}

let opened: Opened | null = null;

function send(message: FromPatientWorker, transfer: Transferable[]): void {
  self.postMessage(message, { transfer });
}

/** Image `index` is one of its own time: asked for again, it is the same. */
function timeOf(index: number): number {
  return index * PERIOD_MS;
}

/** The echoes of so many images up to this one. */
function columnsOf({ patient, view, mLine }: Opened, index: number, images = 1): MModeColumns | null {
  if (mLine === null) return null;
  const stepMs = PERIOD_MS / COLUMNS;
  const count = images * COLUMNS;
  const timesMs = Array.from({ length: count }, (_, i) => timeOf(index) + (i + 1 - count) * stepMs);
  const { grey, samples } = livePatientColumns(patient, view, mLine, timesMs);
  return { timeMs: timesMs[0]!, stepMs, grey, samples };
}

const runner = runnerCreate((index) => {
  if (opened === null) return;
  const { patient, view, views, sizePx } = opened;
  const frame = livePatientImage(patient, { ...view, timeMs: timeOf(index) }, sizePx);
  const columns = columnsOf(opened, index);
  views.set(index, view);
  views.delete(index - HELD);
  opened.next = index + 1;
  const transfer = columns === null ? [frame.grey.buffer] : [frame.grey.buffer, columns.grey.buffer];
  send({ type: 'frame', shown: { frame, truth: null, index, view }, columns }, transfer);
}, failTell);

/** The image to stop on: the one that ran last, or one more if probe or machine have been moved since. */
function lastSeen(exam: Opened): number {
  const { views, view, next } = exam;
  if (next > 0 && views.get(next - 1) === view) return next - 1;
  views.set(next, view);
  exam.next = next + 1;
  return next;
}

function freeze(exam: Opened, asked: number | null, ticket: number): void {
  const { patient, sizePx, views } = exam;
  const index = asked ?? lastSeen(exam);
  const isMadeAnew = asked !== null && !views.has(asked);
  const columns = isMadeAnew
    ? columnsOf(exam, index, Math.min(index + 1, Math.ceil(TRACED_MS / PERIOD_MS)))
    : null;
  const view = views.get(index) ?? exam.view;
  const shot = { ...view, timeMs: timeOf(index) };
  const { frame, truth } = livePatientFrame(patient, shot, sizePx);
  const transfer = [frame.grey.buffer, truth.mask.classes.buffer];
  if (columns !== null) transfer.push(columns.grey.buffer);
  send({ type: 'frozen', ticket, frozen: { frame, truth, index, view }, columns }, transfer);
}

pageListen<ToPatientWorker>(runner, (message) => {
  if (message.type === 'open') {
    const { request, sizePx, view } = message;
    opened = { patient: livePatientOpen(request), sizePx, view, mLine: null, next: 0, views: new Map() };
    return;
  }
  if (opened === null) return;
  switch (message.type) {
    case 'play':
      runner.play(opened.next, 1000 / PERIOD_MS);
      return;
    case 'pose':
      opened.view = { ...opened.view, pose: message.pose };
      return;
    case 'controls':
      opened.view = { ...opened.view, controls: message.controls };
      return;
    case 'm-mode':
      opened.mLine = message.lateral;
      return;
    case 'freeze':
      runner.halt();
      freeze(opened, message.index, message.ticket);
  }
});
