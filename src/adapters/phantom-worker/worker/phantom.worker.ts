import { type Phantom, phantomFrame, phantomOpen } from '../../../domain/phantom/phantom.ts';
import type { FromWorker, ToWorker } from '../shared/messages.ts';
import { type Pace, paceKeep, paceStart, paceWait } from '../shared/pace.ts';

/** Images on their way to the page at once: one being looked at, one under way. */
const UNTAKEN_MAX = 2;

interface Opened {
  readonly phantom: Phantom;
  readonly sizePx: number;
}

interface Run {
  pace: Pace;
  /** The image that comes next. */
  index: number;
}

let opened: Opened | null = null;
let run: Run | null = null;
let isPaused = false;
let untaken = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function send(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function play({ phantom, sizePx }: Opened): void {
  clearTimeout(timer);
  if (run === null || isPaused || untaken >= UNTAKEN_MAX) return;
  const waitMs = paceWait(run.pace, run.index, performance.now());
  if (waitMs > 0) {
    timer = setTimeout(guarded(play), waitMs);
    return;
  }
  const { index } = run;
  const { frame } = phantomFrame(phantom, index, sizePx);
  untaken++;
  send({ type: 'frame', index, frame }, [frame.grey.buffer]);
  run.pace = paceKeep(run.pace, index, performance.now());
  run.index = index + 1;
  timer = setTimeout(guarded(play), 0);
}

/** Begins the count of time anew: what is due before is not run after. */
function runFrom(exam: Opened, index: number): void {
  run = { pace: paceStart(performance.now(), index, exam.phantom.exam.frameRateHz), index };
  play(exam);
}

function freeze({ phantom, sizePx }: Opened, index: number, ticket: number): void {
  clearTimeout(timer);
  run = null;
  const { frame, truth } = phantomFrame(phantom, index, sizePx);
  send({ type: 'frozen', ticket, index, frame, truth }, [frame.grey.buffer, truth.mask.classes.buffer]);
}

function taken(message: ToWorker): void {
  if (message.type === 'open') {
    opened = { phantom: phantomOpen(message.request), sizePx: message.sizePx };
    return;
  }
  if (opened === null) return;
  switch (message.type) {
    case 'play':
      untaken = 0;
      runFrom(opened, message.index);
      return;
    case 'pause':
      isPaused = true;
      return;
    case 'resume':
      isPaused = false;
      if (run !== null) runFrom(opened, run.index);
      return;
    case 'taken':
      untaken = Math.max(0, untaken - 1);
      play(opened);
      return;
    case 'freeze':
      freeze(opened, message.index, message.ticket);
  }
}

/** The step for a timer: what it throws goes to the page as a message, with its reason. */
function guarded(step: (opened: Opened) => void): () => void {
  return () => {
    try {
      if (opened !== null) step(opened);
    } catch (error) {
      fail(error);
    }
  };
}

function fail(error: unknown): void {
  run = null;
  clearTimeout(timer);
  send({ type: 'failed', cause: error instanceof Error ? error.message : String(error) });
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  try {
    taken(event.data);
  } catch (error) {
    fail(error);
  }
});
