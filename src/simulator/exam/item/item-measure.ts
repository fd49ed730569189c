import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { Frame, Mask } from '../../../domain/frame/frame.ts';
import type { Key, KeyFinding } from '../../../domain/grading/grade.ts';
import { anatomyKeep } from '../../../domain/grading/key/anatomy-read.ts';
import { keyFromTruth } from '../../../domain/grading/key/key-truth.ts';
import { keyChoose } from '../../../domain/grading/key.ts';
import { WHERE } from '../../../domain/grading/tolerance.ts';
import { difficultyMeasure, sizeLargestMm } from '../../../domain/learning/difficulty.ts';
import type { MeasuredDifficulty } from '../../../domain/learning/measured-difficulty.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import { type Phantom, type PhantomOpen, phantomBands, phantomFrame, phantomOpen } from '../phantom.ts';
import { lookAlikes } from './look-alikes.ts';

/** Frames are graded at this size, so difficulty is measured at it. */
const SIZE_PX = 256;

/** An image, as far as one finding goes. */
export interface ItemMeasure {
  /** How many of it have to be found: 0 where there are none, or only such as nobody need see. */
  readonly asked: number;
  /** Whether there is nothing of it, not even what is too faint to be asked for. */
  readonly isNormal: boolean;
  /** The smaller side of the largest that has to be found, mm; 0 where there is none. */
  readonly largestMm: number;
  readonly measured: MeasuredDifficulty;
}

/** One image of an exam, and what its truth asks for. */
export interface ItemImage {
  readonly phantom: Phantom;
  readonly frame: Frame;
  readonly mask: Mask;
  readonly look: MeasuredDifficulty['look'];
  readonly findings: readonly KeyFinding[];
  /** Makes the key by which marks on it are graded. */
  readonly keyMake: () => Key;
  /** Place of the main intercostal window. */
  readonly main: number;
}

/** @param index which image of the exam; items are the first ones */
export function itemImageOpen(
  request: PhantomRequest,
  index = 0,
  open: PhantomOpen = phantomOpen,
): ItemImage {
  const phantom = open(request);
  const { frame, truth } = phantomFrame(phantom, index, SIZE_PX);
  const bands = phantomBands(phantom, index, SIZE_PX);
  const read = anatomyKeep();
  const { anatomy, findings } = keyFromTruth({ seen: truth.mask, ...bands }, read);
  return {
    phantom,
    frame,
    mask: truth.mask,
    look: request.look ?? 'clean',
    findings,
    keyMake: () => keyChoose({ truth: truth.mask, ...bands, network: null, read }).key,
    main: anatomy.main,
  };
}

/** Measures an image as an item for a finding. */
export function itemMeasure(image: ItemImage, finding: MarkableFinding): ItemMeasure {
  const { phantom, frame, mask, look, findings, main } = image;
  const own = findings.filter((one) => isOf(one, finding));
  const asked = own.filter(
    (one) =>
      one.finding === finding &&
      one.standing === 'asked' &&
      (WHERE[finding] === 'all_windows' || one.window === main),
  );
  const measured = difficultyMeasure({
    frame,
    mask,
    scale: phantom.exposure,
    finding,
    asked,
    distractors: lookAlikes(phantom, findings, finding),
    gainDb: -phantom.exposure.floorDb,
    look,
  });
  return {
    asked: asked.length,
    isNormal: own.length === 0,
    largestMm: sizeLargestMm(asked, frame),
    measured,
  };
}

/** A finding that experts may as well take for the other one is one of both. */
function isOf({ finding, alsoAs }: KeyFinding, wanted: MarkableFinding): boolean {
  return finding === wanted || alsoAs === wanted;
}
