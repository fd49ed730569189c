import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import type { Anatomy } from '../../domain/grading/key/anatomy.ts';
import { anatomyRead } from '../../domain/grading/key/anatomy-read.ts';
import { keyOfExperts } from '../../domain/grading/key/key-experts.ts';
import { type KeyChoice, type KeyClass, type KeyRequest, keyChoose } from '../../domain/grading/key.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { networkChecked } from '../../domain/proposals/network-checked.ts';
import { keyFramesAt, keyOfOneAt } from '../../domain/scenario/expert-key.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import type { KeyInput, KeyMade } from '../../ports/scenario-effects.ts';
import type { Segmentation } from '../../ports/segmenter.ts';
import { taskNext } from '../../ui/task-next.ts';
import { workTimed } from '../../ui/work-timed.ts';
import type { Network } from '../network/network.ts';

/** What of a frozen image its key is made of. */
type KeyLabelled = Pick<KeyInput, 'frozen' | 'findings'>;

/** A frozen frame can be overtaken only by a live one that was already on its way. */
const TRIES = 3;

/**
 * Chooses, class by class, what marks are graded by: what experts drew on the frozen frame, where they did; else it is
 * labelled with confidence by the network.
 */
export async function keyMake(
  network: Network,
  input: KeyInput,
): Promise<{ readonly keyMade: KeyMade; readonly classes: readonly KeyClass[] }> {
  const drawn = keyFromExperts(input);
  if (drawn !== null) {
    return { keyMade: { key: drawn.key, network: null, notes: expertNotes(input) }, classes: drawn.classes };
  }
  let labelled: Segmentation | null = null;
  const notes: MessageFact[] = [];
  try {
    labelled = await frameLabel(network, input.frozen.frame);
  } catch (error) {
    if (input.frozen.truth === null) throw error;
    notes.push({ code: 'keyWithoutNetwork' });
  }
  const { key: chosen, classes } = await keyChooseInTasks(keyRequestOf(input, labelled));
  const adapted = labelled === null ? undefined : network.adapted.peek()?.name;
  if (adapted !== undefined) notes.push({ code: 'keyByAdapted', name: adapted });
  const key = adapted === undefined ? chosen : { ...chosen, adapted };
  return { keyMade: { key, network: labelled?.mask ?? null, notes }, classes };
}

/** The key of a frozen frame by what experts drew on it; null where nobody did. */
export function keyFromExperts({ image, frozen, findings }: KeyInput): KeyChoice | null {
  const drawings = image.key === undefined ? [] : keyFramesAt(image.key, frozen.index);
  if (drawings.length === 0) return null;
  const sector = sectorFit(frozen.frame.sector, MASK_SIZE);
  return keyOfExperts({ drawings, sector, size: MASK_SIZE, toleranceMm: tolerancesOf(findings) });
}

/** One expert's word is not to be taken for that of both. */
function expertNotes({ image, frozen }: Pick<KeyInput, 'image' | 'frozen'>): readonly MessageFact[] {
  const one = image.key === undefined ? null : keyOfOneAt(image.key, frozen.index);
  return one === null ? [] : [{ code: 'keyOfOneExpert', ...one }];
}

/**
 * The key of a frozen frame by its truth and the network's labels.
 *
 * @param labelled null where the network said nothing
 * @throws GradingError `no_key` where the frame has no truth either
 */
export function keyFromLabels(input: KeyLabelled, labelled: Segmentation | null): KeyChoice {
  return keyChoose(keyRequestOf(input, labelled));
}

/** The same key, of which each mask is read in a task of its own: read together they would keep the page for too long. */
async function keyChooseInTasks(request: KeyRequest): Promise<KeyChoice> {
  const known = new Map<Mask, Anatomy>();
  for (const mask of [request.truth, request.clear, request.faint, request.network]) {
    if (mask === null || mask === undefined) continue;
    known.set(
      mask,
      workTimed('key', () => anatomyRead(mask)),
    );
    await taskNext();
  }
  const read = (mask: Mask): Anatomy => known.get(mask) ?? anatomyRead(mask);
  return workTimed('key', () => keyChoose({ ...request, read }));
}

function keyRequestOf({ frozen, findings }: KeyLabelled, labelled: Segmentation | null): KeyRequest {
  const sector = sectorFit(frozen.frame.sector, MASK_SIZE);
  const resampled = (mask: Mask | undefined): Mask | null =>
    mask === undefined ? null : maskResample(mask, sector, MASK_SIZE);
  return {
    truth: resampled(frozen.truth?.mask),
    clear: resampled(frozen.truth?.bands?.clear),
    faint: resampled(frozen.truth?.bands?.faint),
    network: labelled?.mask ?? null,
    confidence: labelled?.confidence ?? null,
    toleranceMm: tolerancesOf(findings),
  };
}

function tolerancesOf(findings: KeyInput['findings']): Readonly<Partial<Record<MarkableFinding, number>>> {
  return Object.fromEntries(findings.map(({ finding, toleranceMm }) => [finding, toleranceMm]));
}

/**
 * What may be shown of the network's labels on a frozen image: where the truth is known, nothing that is wrong by it, so that
 * nobody takes an error of the network for the answer.
 */
export async function maskChecked(labels: Mask, { truth }: SourceFrame): Promise<Mask> {
  if (truth === null) return labels;
  const resampled = (mask: Mask): Mask => maskResample(mask, labels.sector, MASK_SIZE);
  const { key } = await keyChooseInTasks({
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
