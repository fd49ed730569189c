import { sectorFit } from '../../../domain/geometry/sector.ts';
import { probeSector } from '../../../simulator/acoustics/grid.ts';
import { examDraw } from '../../../simulator/exam/exam-draw.ts';
import {
  type Phantom,
  phantomBands,
  phantomFrame,
  phantomFromExam,
  phantomImage,
} from '../../../simulator/exam/phantom.ts';
import type { FromWorker, ToWorker } from '../shared/messages.ts';
import { failTell, pageListen } from './listen.ts';
import { runnerCreate } from './runner.ts';

let opened: { readonly phantom: Phantom; readonly sizePx: number } | null = null;

function send(message: FromWorker, transfer: Transferable[]): void {
  self.postMessage(message, { transfer });
}

const runner = runnerCreate((index) => {
  if (opened === null) return;
  const frame = phantomImage(opened.phantom, index, opened.sizePx);
  send({ type: 'frame', shown: { frame, truth: null, index } }, [frame.grey.buffer]);
}, failTell);

pageListen<ToWorker>(runner, (message) => {
  if (message.type === 'open') {
    const { request, sizePx } = message;
    const exam = examDraw(request);
    send({ type: 'sector', sector: sectorFit(probeSector(exam.probe), sizePx) }, []);
    opened = { phantom: phantomFromExam(exam), sizePx };
    return;
  }
  if (opened === null) return;
  const { phantom, sizePx } = opened;
  if (message.type === 'play') {
    runner.play(message.index, phantom.exam.frameRateHz);
    return;
  }
  runner.halt();
  const { index, ticket } = message;
  const { frame, truth } = phantomFrame(phantom, index, sizePx);
  const bands = phantomBands(phantom, index, sizePx);
  send({ type: 'frozen', ticket, frozen: { frame, truth: { ...truth, bands }, index } }, [
    frame.grey.buffer,
    ...[truth.mask, bands.clear, bands.faint].map(({ classes }) => classes.buffer),
  ]);
});
