import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import { imageTold } from './image-told.ts';
import { LABELS_EVERY, LABELS_FIRST } from './label-pace.ts';

/**
 * What there is in the image, in words, as often as its names are placed.
 * @param of findings that are told; another list has the sentence made anew
 */
export function useImageTold(
  shown: ReadonlySignal<SourceFrame | null>,
  of: readonly MarkableFinding[],
): ReadonlySignal<string> {
  const told = useSignal(imageTold(null, of));
  const count = useRef(0);
  const wanted = useRef(of);
  if (wanted.current !== of) count.current = 0;
  wanted.current = of;
  useSignalEffect(() => {
    const image = shown.value;
    if (image === null) return;
    const isDue = count.current < LABELS_FIRST || count.current % LABELS_EVERY === 0;
    count.current++;
    if (isDue && image.truth !== null) told.value = imageTold(image.truth, wanted.current);
  });
  return told;
}
