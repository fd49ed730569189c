import { errorFact } from '../../../domain/errors/error-fact.ts';
import { imageDraw } from '../../../simulator/exam/item/item-draw.ts';
import { patientItemDraw } from '../../../simulator/patient/item/patient-item-draw.ts';
import type { DrawAnswer, DrawWanted } from '../shared/draw-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<DrawWanted>) => {
  self.postMessage(answerTo(data));
});

function answerTo(asked: DrawWanted): DrawAnswer {
  try {
    return {
      drawn:
        asked.kind === 'exam'
          ? imageDraw(asked.request, asked.draw)
          : patientItemDraw(asked.wanted, asked.seed),
    };
  } catch (error) {
    console.error(error);
    return { fact: errorFact(error, { code: 'phantomFailed' }) };
  }
}
