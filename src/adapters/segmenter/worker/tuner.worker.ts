import { enableProdMode, memory, ready, setBackend } from '@tensorflow/tfjs-core';

import { CodedError } from '../../../domain/errors/coded-error.ts';
import { modelRead } from '../../../network/model-read.ts';
import { specificationShipped } from '../../../network/network-shipped.ts';
import { SegmenterError } from '../../../network/segmenter-error.ts';
import type { AdaptResult } from '../../../ports/tuner.ts';
import { modelAdapt } from '../shared/adapt.ts';
import type { FromTuner, TuneMessage } from '../shared/tuner-messages.ts';
import { wasmPrepare } from './wasm.ts';

/** The part of a worker's global scope that is used here; the DOM library knows windows only. */
interface WorkerScope {
  postMessage(message: FromTuner): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<TuneMessage>) => void): void;
}

const scope = self as unknown as WorkerScope;

function memoryNow(): { readonly tensors: number; readonly bytes: number } {
  const { numTensors, numBytes } = memory();
  return { tensors: numTensors, bytes: numBytes };
}

/**
 * On WebAssembly alone: steps are the same on every machine there, and the graphics processor stays the page's, which runs
 * on while this takes minutes.
 */
async function backendStart(): Promise<void> {
  enableProdMode();
  wasmPrepare();
  if (!(await setBackend('wasm'))) {
    throw new SegmenterError('backend-missing', { code: 'networkBackendMissing' });
  }
  await ready();
}

async function tune({ model: files, ...order }: TuneMessage): Promise<AdaptResult> {
  await backendStart();
  const model = await modelRead(specificationShipped(), files.manifest, files.weights);
  return modelAdapt(model, files.manifest, {
    ...order,
    now: () => performance.now(),
    tell: (phase, share, leftMs) =>
      scope.postMessage({ type: 'progress', phase, share, leftMs, ...memoryNow() }),
  });
}

scope.addEventListener('message', ({ data }) => {
  tune(data).then(
    (result) => scope.postMessage({ type: 'done', result, ...memoryNow() }),
    (error: unknown) => {
      if (error instanceof CodedError) {
        scope.postMessage({ type: 'failed', code: error.code, fact: error.fact });
      } else scope.postMessage({ type: 'crashed', cause: String(error) });
    },
  );
});
