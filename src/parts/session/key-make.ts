import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import { type KeyChoice, type KeyClass, keyChoose } from '../../domain/grading/key.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { networkChecked } from '../../domain/proposals/network-checked.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import type { KeyInput, KeyMade } from '../../ports/scenario-effects.ts';
import type { Segmentation } from '../../ports/segmenter.ts';
import type { Network } from '../network/network.ts';

/** A frozen frame can be overtaken only by a live one that was already on its way. */
const TRIES = 3;

/** Labels the frozen frame with confidence and chooses, class by class, what marks are graded by. */
export async function keyMake(
  network: Network,
  input: KeyInput,
): Promise<{ readonly keyMade: KeyMade; readonly classes: readonly KeyClass[] }> {
  let labelled: Segmentation | null = null;
  const notes: MessageFact[] = [];
  try {
    labelled = await frameLabel(network, input.frozen.frame);
  } catch (error) {
    if (input.frozen.truth === null) throw error;
    notes.push({ code: 'keyWithoutNetwork' });
  }
  const { key, classes } = keyFromLabels(input, labelled);
  return { keyMade: { key, network: labelled?.mask ?? null, notes }, classes };
}

/**
 * The key of a frozen frame by its truth and the network's labels.
 *
 * @param labelled null where the network said nothing
 * @throws GradingError `no_key` where the frame has no truth either
 */
export function keyFromLabels({ frozen, findings }: KeyInput, labelled: Segmentation | null): KeyChoice {
  const sector = sectorFit(frozen.frame.sector, MASK_SIZE);
  const resampled = (mask: Mask | undefined): Mask | null =>
    mask === undefined ? null : maskResample(mask, sector, MASK_SIZE);
  return keyChoose({
    truth: resampled(frozen.truth?.mask),
    clear: resampled(frozen.truth?.bands?.clear),
    faint: resampled(frozen.truth?.bands?.faint),
    network: labelled?.mask ?? null,
    confidence: labelled?.confidence ?? null,
    toleranceMm: Object.fromEntries(findings.map(({ finding, toleranceMm }) => [finding, toleranceMm])),
  });
}

/**
 * What may be shown of the network's labels on a frozen image: where the truth is known, nothing that is wrong by it, so that
 * nobody takes an error of the network for the answer.
 */
export function maskChecked(labels: Mask, { truth }: SourceFrame): Mask {
  if (truth === null) return labels;
  const resampled = (mask: Mask): Mask => maskResample(mask, labels.sector, MASK_SIZE);
  const { key } = keyChoose({
    truth: resampled(truth.mask),
    clear: truth.bands === undefined ? null : resampled(truth.bands.clear),
    faint: truth.bands === undefined ? null : resampled(truth.bands.faint),
    network: null,
  });
  return networkChecked(labels, key);
}

async function frameLabel(network: Network, frame: Frame): Promise<Segmentation | null> {
  for (let i = 0; i < TRIES; i++) {
    const labelled = await network.segment(frame, { confidence: true });
    if (labelled !== null) return labelled;
  }
  return null;
}
