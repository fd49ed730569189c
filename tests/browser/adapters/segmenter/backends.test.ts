// The graphics backends on a software renderer, which the game itself never uses: slow, but the same shaders.
import { backend, ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { beforeAll, expect, test } from 'vitest';
import networkJson from '../../../../models/network.json';
import { modelShipped } from '../../../../src/adapters/segmenter/client/model-source.ts';
import { segmentFrame } from '../../../../src/adapters/segmenter/shared/segment.ts';
import { wasmPrepare } from '../../../../src/adapters/segmenter/worker/wasm.ts';
import { FINDING_INDEX, MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { type Model, modelRead } from '../../../../src/network/model-read.ts';
import { networkBuild } from '../../../../src/network/network-build.ts';
import { networkSpecificationRead } from '../../../../src/network/network-specification.ts';
import { phantomImage, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { repetitions } from '../../../support/repetitions.ts';

type Backend = 'wasm' | 'webgl' | 'webgpu';
/** WebGPU takes half a minute by software, WebGL a few seconds. */
const BACKENDS = ['webgl', 'webgpu'] as const;
const TIMEOUT_MS = 600_000;
type Answer = Awaited<ReturnType<typeof answerOf>>;

const FRAME = phantomImage(phantomOpen({ seed: 7, pattern: 'b_lines' }), 3, 512);

let model: Model;
let expected: Answer;
beforeAll(async () => {
  const { manifest, weights } = await modelShipped(() => {}, false);
  model = await modelRead(networkSpecificationRead(networkJson), manifest, weights);
  wasmPrepare();
  expected = await answerOf('wasm');
});

/** What the network answers on a backend: the class of each pixel and its confidence. */
async function answerOf(name: Backend) {
  expect(await setBackend(name)).toBe(true);
  await ready();
  expect(backend().constructor.name.toLowerCase()).toContain(name);
  const network = networkBuild(model.specification, model.weights, model.calibration);
  const answer = await segmentFrame(network, FRAME, true);
  network.dispose();
  return answer;
}

function shareAlike(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let alike = 0;
  for (let at = 0; at < left.length; at++) if (left[at] === right[at]) alike += 1;
  return alike / left.length;
}

test.each(BACKENDS.slice(0, repetitions(1, 2)))(
  'on %s the network answers as it does on the processor',
  async (name) => {
    const { mask, confidence } = await answerOf(name);
    // Sums are taken in another order: only where two classes are all but level may another one win.
    expect(shareAlike(mask.classes, expected.mask.classes)).toBeGreaterThan(0.9995);
    const apart = confidence!.map((value, pixel) => Math.abs(value - expected.confidence![pixel]!));
    expect(apart.reduce((sum, one) => sum + one, 0) / apart.length).toBeLessThan(0.1);
    expect(
      MARKABLE_FINDINGS.filter((one) => mask.classes.includes(FINDING_INDEX[one])).length,
    ).toBeGreaterThan(2);
  },
  TIMEOUT_MS,
);
