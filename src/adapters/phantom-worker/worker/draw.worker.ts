import { errorFact } from '../../../domain/errors/error-fact.ts';
import { imageDraw } from '../../../simulator/exam/item/item-draw.ts';
import type { DrawAnswer, DrawWanted } from '../shared/draw-messages.ts';

self.addEventListener('message', ({ data: { request, draw } }: MessageEvent<DrawWanted>) => {
  self.postMessage(answerTo(request, draw));
});

function answerTo(request: DrawWanted['request'], draw: DrawWanted['draw']): DrawAnswer {
  try {
    return { drawn: imageDraw(request, draw) };
  } catch (error) {
    console.error(error);
    return { fact: errorFact(error, { code: 'phantomFailed' }) };
  }
}
