import { expect, test } from 'vitest';
import { clipAnswersCreate } from '../../../../src/adapters/segmenter/shared/clip-answers.ts';
import { segmentClipFrame, segmentFrame } from '../../../../src/adapters/segmenter/shared/segment.ts';
import { nodeNetworkOpen } from '../../../../src/cli/node-network.ts';
import { phantomImage, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

test('images of a clip are read with those beside them, and each passes the network once', async () => {
  const { network } = await nodeNetworkOpen();
  let passes = 0;
  const counted = {
    ...network,
    head: (input: Float32Array<ArrayBuffer>) => {
      passes += 1;
      return network.head(input);
    },
  };
  const phantom = phantomOpen({ seed: 8, split: 'game' });
  // Copies, as they come to a worker: the same image is another object each time.
  const frameAt = (image: number) => phantomImage(phantom, image, 256);
  const answers = clipAnswersCreate(counted);
  const readAt = (image: number) =>
    segmentClipFrame(
      counted,
      answers,
      frameAt(image),
      { before: image === 0 ? null : frameAt(image - 1), after: image === 4 ? null : frameAt(image + 1) },
      true,
    );
  const read = [];
  for (let image = 0; image < 5; image++) read.push(await readAt(image));
  expect(passes).toBe(5);

  const alone = await segmentFrame(network, frameAt(2), true);
  expect(alone.facts).toBeNull();
  expect(read[2]!.mask.sector).toEqual(alone.mask.sector);
  expect(read[2]!.mask.classes).not.toEqual(alone.mask.classes);
  expect(read[2]!.facts!.shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 6);

  // Facts are of the image alone, and what came before changes nothing.
  const single = { before: null, after: null };
  const fresh = await segmentClipFrame(network, clipAnswersCreate(network), frameAt(2), single, true);
  expect(fresh.facts).toEqual(read[2]!.facts);
  expect((await readAt(2)).mask.classes).toEqual(read[2]!.mask.classes);
  network.dispose();
});
