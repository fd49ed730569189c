import { sectorFit } from '../../../domain/geometry/sector.ts';
import type { ImageLayers } from '../../../domain/scan/image-layers.ts';
import type { MModeColumns } from '../../../ports/frame-source.ts';
import { probeSector } from '../../../simulator/acoustics/grid.ts';
import { examDraw } from '../../../simulator/exam/exam-draw.ts';
import { phantomLayered } from '../../../simulator/exam/layers/phantom-layered.ts';
import {
  type Phantom,
  phantomBands,
  phantomFrame,
  phantomFromExam,
  phantomImage,
} from '../../../simulator/exam/phantom.ts';
import { phantomColumns } from '../../../simulator/exam/phantom-columns.ts';
import type { FromWorker, ToWorker } from '../shared/messages.ts';
import { failTell, pageListen } from './listen.ts';
import { runnerCreate } from './runner.ts';

interface Opened {
  /** The exam as it was drawn. */
  readonly drawn: Phantom;
  readonly sizePx: number;
  /** The exam as its next image is made. */
  phantom: Phantom;
  /** Layers that were asked for and not made yet: only the newest count. */
  asked: ImageLayers | null;
  isLayered: boolean;
}

let opened: Opened | null = null;

function send(message: FromWorker, transfer: Transferable[]): void {
  self.postMessage(message, { transfer });
}

/** The phantom with the layers that were asked for last. */
function phantomNow(exam: Opened): Phantom {
  if (exam.asked !== null) {
    exam.phantom = phantomLayered(exam.drawn, exam.asked, exam.phantom);
    exam.asked = null;
    exam.isLayered = true;
  }
  return exam.phantom;
}

/** The M-mode of so many images up to this one. */
function columnsOf(phantom: Phantom, index: number, count: number): MModeColumns {
  const stepMs = 1000 / phantom.exam.frameRateHz;
  return { ...phantomColumns(phantom, index, count), timeMs: (index + 1 - count) * stepMs, stepMs };
}

const runner = runnerCreate((index) => {
  if (opened === null) return;
  const phantom = phantomNow(opened);
  if (opened.isLayered) {
    const { frame, truth } = phantomFrame(phantom, index, opened.sizePx);
    send({ type: 'frame', shown: { frame, truth, index } }, [frame.grey.buffer, truth.mask.classes.buffer]);
    return;
  }
  const frame = phantomImage(phantom, index, opened.sizePx);
  send({ type: 'frame', shown: { frame, truth: null, index } }, [frame.grey.buffer]);
}, failTell);

pageListen<ToWorker>(runner, (message) => {
  if (message.type === 'open') {
    const { request, sizePx } = message;
    const exam = examDraw(request);
    send({ type: 'sector', sector: sectorFit(probeSector(exam.probe), sizePx) }, []);
    const drawn = phantomFromExam(exam);
    opened = { drawn, sizePx, phantom: drawn, asked: null, isLayered: false };
    return;
  }
  if (opened === null) return;
  const { sizePx } = opened;
  if (message.type === 'play') {
    runner.play(message.index, opened.drawn.exam.frameRateHz);
    return;
  }
  if (message.type === 'layers') {
    opened.asked = message.layers;
    return;
  }
  runner.halt();
  const { index, ticket } = message;
  const phantom = phantomNow(opened);
  const { frame, truth } = phantomFrame(phantom, index, sizePx);
  const bands = phantomBands(phantom, index, sizePx);
  const columns = message.columns === 0 ? null : columnsOf(phantom, index, message.columns);
  send({ type: 'frozen', ticket, frozen: { frame, truth: { ...truth, bands }, index }, columns }, [
    frame.grey.buffer,
    ...[truth.mask, bands.clear, bands.faint].map(({ classes }) => classes.buffer),
    ...(columns === null ? [] : [columns.grey.buffer as ArrayBuffer]),
  ]);
});
