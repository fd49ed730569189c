import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ImageLayers } from '../../domain/scan/image-layers.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { useServices } from '../../parts/services.ts';
import type { LayeredSource, SourceFrame, TracedImage } from '../../ports/frame-source.ts';
import { STILL_INDEX, type StillImage, stillImageCreate } from './still-image.ts';

/** Side of the images, pixels. */
const SIZE_PX = 512;

/** How many images an M-mode of the past shows. */
export const PAST_COLUMNS = 240;

export interface ExamShown {
  /** The image on the screen; null before the first. */
  readonly shown: ReadonlySignal<SourceFrame | null>;
  readonly isFailed: ReadonlySignal<boolean>;
}

export interface ExamTraced extends ExamShown {
  /** The image that stands still with the M-mode up to it; null while none does, and where none is wanted. */
  readonly traced: ReadonlySignal<TracedImage | null>;
}

interface Opened {
  readonly source: LayeredSource;
  readonly still: StillImage;
}

/** A simulated exam, running or still, made of the layers given. It closes with the component. */
export function useExam(
  request: PhantomRequest,
  layers: ImageLayers,
  isStill: boolean,
  hasTrace = false,
): ExamTraced {
  const { phantomSource } = useServices();
  const shown = useSignal<SourceFrame | null>(null);
  const traced = useSignal<TracedImage | null>(null);
  const isFailed = useSignal(false);
  const opened = useSignal<Opened | null>(null);
  const first = useRef(layers);
  useEffect(() => {
    let isGone = false;
    let close = (): void => {};
    const fail = (error: unknown): void => {
      if (isGone) return;
      console.warn(error);
      isFailed.value = true;
    };
    const take = async (source: LayeredSource, index: number): Promise<void> => {
      const next = hasTrace ? await source.freezeTraced(index, PAST_COLUMNS) : null;
      const image = next?.shown ?? (await source.freeze(index));
      if (isGone) return;
      traced.value = next;
      shown.value = image;
    };
    phantomSource(request, SIZE_PX)
      .then((source) => {
        if (isGone) return source.close();
        close = () => source.close();
        source.layersSet(first.current);
        opened.value = { source, still: stillImageCreate((index) => take(source, index), fail) };
      })
      .catch(fail);
    return () => {
      isGone = true;
      opened.value = null;
      close();
    };
  }, [phantomSource, request, hasTrace, shown, traced, isFailed, opened]);
  const exam = opened.value;
  useEffect(() => {
    first.current = layers;
    exam?.source.layersSet(layers);
  }, [exam, layers]);
  useEffect(() => {
    if (exam !== null && !isStill) {
      exam.source.play((next) => {
        shown.value = next;
      });
    }
  }, [exam, isStill, shown]);
  useEffect(() => {
    if (isStill) exam?.still.ask(shown.peek()?.index ?? STILL_INDEX);
  }, [exam, isStill, layers, shown]);
  return { shown, traced, isFailed };
}
