import { afterEach, expect, test } from 'vitest';
import networkJson from '../../../../models/network.json';
import { modelShipped } from '../../../../src/adapters/segmenter/client/model-source.ts';
import { segmenterCreate } from '../../../../src/adapters/segmenter/client/segmenter.ts';
import { segmentFrame } from '../../../../src/adapters/segmenter/shared/segment.ts';
import { litertNetwork, litertRuns } from '../../../../src/adapters/segmenter/worker/litert.ts';
import { modelRead } from '../../../../src/network/model-read.ts';
import { networkSpecificationRead } from '../../../../src/network/network-specification.ts';
import type { Segmenter } from '../../../../src/ports/segmenter.ts';
import { phantomImage, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const PHANTOM = phantomOpen({ seed: 7, pattern: 'b_lines' });
const FRAME = phantomImage(PHANTOM, 3, 512);
const FORGETFUL = { get: () => null, set() {}, remove() {} };

const open: Segmenter[] = [];
afterEach(() => {
  for (const segmenter of open.splice(0)) segmenter.dispose();
});

function segmenterWasm(): Segmenter {
  const segmenter = segmenterCreate({ memory: FORGETFUL, backends: ['wasm'] });
  open.push(segmenter);
  return segmenter;
}

function shareAlike(left: Uint8Array, right: Uint8Array): number {
  return left.filter((value, pixel) => value === right[pixel]).length / left.length;
}

test('in eight bits LiteRT labels an image as tfjs does in floats, with nearly the same confidence', async () => {
  expect(await litertRuns()).toBe(true);
  const { manifest, weights } = await modelShipped(() => {}, false);
  const quick = await litertNetwork(
    await modelRead(networkSpecificationRead(networkJson), manifest, weights),
  );
  const theirs = await segmentFrame(quick, FRAME, true);
  quick.dispose();
  const ours = await segmenterWasm().segment(FRAME, { confidence: true });
  expect(theirs.isEightBit).toBe(true);
  expect(ours?.isEightBit).toBe(false);
  expect(new Set(ours!.mask.classes).size).toBeGreaterThan(3);
  expect(shareAlike(ours!.mask.classes, theirs.mask.classes)).toBeGreaterThan(0.99);
  const apart = ours!.confidence!.reduce(
    (sum, value, at) => sum + Math.abs(value - theirs.confidence![at]!),
    0,
  );
  expect(apart / ours!.confidence!.length).toBeLessThan(2);
});

test('what is graded by is never of eight bits, and what is shown meanwhile is the same image', async () => {
  const segmenter = segmenterWasm();
  const first = await segmenter.segment(FRAME);
  expect(first?.isEightBit).toBe(false);
  // It is taken where it is quicker, which a machine that does much else may not find.
  const until = performance.now() + 15_000;
  let last = first;
  while (last?.isEightBit !== true && performance.now() < until) last = await segmenter.segment(FRAME);
  expect(shareAlike(first!.mask.classes, last!.mask.classes)).toBeGreaterThan(0.99);
  const graded = await segmenter.segment(FRAME, { confidence: true });
  expect(graded?.isEightBit).toBe(false);
});
