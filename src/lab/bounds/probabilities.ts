import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import type { NetworkHead, NetworkModel } from '../../network/network-build.ts';
import { type NetworkView, networkInput, networkViewOf } from '../../network/network-view.ts';
import { classesFromHead } from '../../network/raster-blocks.ts';

/** A network's answer to one image before a class is chosen. */
export interface NetworkAnswer {
  readonly view: NetworkView;
  readonly head: NetworkHead;
}

export async function answerTo(network: NetworkModel, frame: Frame): Promise<NetworkAnswer> {
  const { input } = network.specification;
  const view = networkViewOf(input, frame);
  return { view, head: await network.head(networkInput(input, view.grey(frame), view.cellMm)) };
}

/** The mask of an answer, placed as the product places it. */
export function answerMask({ view, head }: NetworkAnswer): Mask {
  const cells = classesFromHead(head, view.known);
  return { width: MASK_SIZE, height: MASK_SIZE, classes: view.classes(cells, head), sector: view.sector };
}

/** The least probability that a mean counts as: its logarithm stays finite. */
const LEAST = 1e-9;

/**
 * The answer of a network that has seen several images of the same: per cell the mean of the softmax probabilities,
 * as their logarithms. All of one geometry; at least one.
 */
export function answersMean(answers: readonly NetworkAnswer[]): NetworkAnswer {
  const [{ view, head }] = answers as readonly [NetworkAnswer, ...NetworkAnswer[]];
  const { classCount, starts } = head;
  const values = new Float32Array(head.values.length);
  const powers = new Float64Array(classCount);
  for (const answer of answers) {
    for (const at of starts) {
      let best = Number.NEGATIVE_INFINITY;
      for (let index = 0; index < classCount; index++) best = Math.max(best, answer.head.values[at + index]!);
      let sum = 0;
      for (let index = 0; index < classCount; index++) {
        powers[index] = Math.exp(answer.head.values[at + index]! - best);
        sum += powers[index]!;
      }
      for (let index = 0; index < classCount; index++) {
        values[at + index] = values[at + index]! + powers[index]! / sum;
      }
    }
  }
  const logs = values.map((sum) => Math.log(Math.max(LEAST, sum / answers.length)));
  return { view, head: { ...head, values: logs } };
}

/** The answer of a reader to whom every finding is `times` as likely, against background, as to the network. */
export function answerBolder({ view, head }: NetworkAnswer, times: number): NetworkAnswer {
  const values = Float32Array.from(head.values);
  for (const at of head.starts) values[at + FINDING_INDEX.background]! -= Math.log(times);
  return { view, head: { ...head, values } };
}
