import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import { scanPreset } from '../../domain/scan/scan-presets.ts';
import { useServices } from '../../parts/services.ts';
import type { FrameSource, SourceFrame } from '../../ports/frame-source.ts';
import type { ExamShown } from './use-exam.ts';

/** From one image to the next that is asked for, each with its truth: the simulator makes one every 32 ms. */
const STEP = 2;
const STEP_MS = 64;

/** A virtual patient under a probe that stands where it is put; every image comes with its truth. */
export function usePatient(request: PatientRequest, pose: ProbePose, isStill: boolean): ExamShown {
  const { patientSource } = useServices();
  const shown = useSignal<SourceFrame | null>(null);
  const isFailed = useSignal(false);
  const opened = useSignal<FrameSource | null>(null);
  useEffect(() => {
    let isGone = false;
    let close = (): void => {};
    const fail = (error: unknown): void => {
      if (isGone) return;
      console.warn(error);
      isFailed.value = true;
    };
    patientSource(request, { pose, controls: scanPreset('lung') }, fail)
      .then((source) => {
        if (isGone) return source.close();
        close = () => source.close();
        opened.value = source;
      })
      .catch(fail);
    return () => {
      isGone = true;
      opened.value = null;
      close();
    };
  }, [patientSource, request, isFailed, opened]);
  const source = opened.value;
  useEffect(() => {
    if (source === null) return;
    source.steerable?.poseSet(pose);
    return imagesAsk(source, isStill, shown.peek()?.index ?? 0, {
      show: (next) => {
        // An image of the patient before may be under way yet.
        if (opened.peek() === source) shown.value = next;
      },
      fail: (error) => {
        if (opened.peek() !== source) return;
        console.warn(error);
        isFailed.value = true;
      },
    });
  }, [source, pose, isStill, shown, isFailed, opened]);
  return { shown, isFailed };
}

/** Asks for one image, or for one after the other; what it returns ends it. */
function imagesAsk(
  source: FrameSource,
  isStill: boolean,
  from: number,
  { show, fail }: { show: (shown: SourceFrame) => void; fail: (error: unknown) => void },
): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = async (index: number): Promise<void> => {
    const begun = performance.now();
    try {
      const frozen = await source.freeze(index);
      if (isOver) return;
      show(frozen);
      if (isStill) return;
      timer = setTimeout(() => void next(index + STEP), Math.max(0, STEP_MS - (performance.now() - begun)));
    } catch (error) {
      if (!isOver) fail(error);
    }
  };
  // An image that was held was seen from where the probe stood then: another one is cut anew.
  void next(from + STEP);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
