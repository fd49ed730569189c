import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type PatientSourceOptions,
  patientSource,
} from '../../../../src/adapters/phantom-worker/client/patient-source.ts';
import type { PatientRequest } from '../../../../src/domain/scan/patient-request.ts';
import { POSE_START } from '../../../../src/domain/scan/pose-limits.ts';
import { scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import type { FrameSource, MModeColumns, SourceFrame } from '../../../../src/ports/frame-source.ts';
import {
  livePatientColumns,
  livePatientFrame,
  livePatientOpen,
} from '../../../../src/simulator/patient/live-patient.ts';

const REQUEST: PatientRequest = { seed: 3, condition: 'interstitial' };
const VIEW = { pose: POSE_START, controls: scanPreset('lung') };
const ELSEWHERE = { ...POSE_START, downMm: POSE_START.downMm + 16 };
const SIZE = 128;

/** A busy machine takes its time; every wait ends as soon as what is waited for is there. */
const PATIENCE = { timeout: 90_000 };

let source: FrameSource | null = null;
function sourceOpen(options: Partial<PatientSourceOptions> = {}): FrameSource {
  source = patientSource(REQUEST, { view: VIEW, sizePx: SIZE, ...options });
  return source;
}

afterEach(() => {
  source?.close();
  source = null;
  Reflect.deleteProperty(document, 'hidden');
});

function played(from: FrameSource): SourceFrame[] {
  const shown: SourceFrame[] = [];
  from.play((next) => shown.push(next));
  return shown;
}

function until(check: () => boolean): Promise<void> {
  return vi.waitFor(() => expect(check()).toBe(true), PATIENCE);
}

/** The same image, made in the page. */
function expected(shown: SourceFrame) {
  const live = livePatientOpen(REQUEST);
  const shot = { ...shown.view!, timeMs: shown.frame.timeMs };
  return livePatientFrame(live, shot, SIZE);
}

describe('a patient under the probe', () => {
  test('gives the bytes that the same shots give in the page, one after the other, without their truth', async () => {
    const shown = played(sourceOpen());
    await until(() => shown.length >= 4);
    for (const [place, one] of shown.slice(0, 4).entries()) {
      expect(one.index).toBe(place);
      expect(one.truth).toBeNull();
      expect(one.view).toEqual(VIEW);
      expect(one.frame).toEqual(expected(one).frame);
    }
  });

  test('the newest pose counts from the next image on, and the same pose later shows the same anatomy', async () => {
    const running = sourceOpen();
    const shown = played(running);
    await until(() => shown.length >= 2);
    running.steerable?.poseSet({ ...POSE_START, downMm: 0 });
    running.steerable?.poseSet(ELSEWHERE);
    await until(() => shown.at(-1)?.view?.pose.downMm === ELSEWHERE.downMm);
    expect(shown.every(({ view }) => view?.pose.downMm !== 0)).toBe(true);
    const moved = shown.find(({ view }) => view?.pose.downMm === ELSEWHERE.downMm)!;
    expect(moved.frame).toEqual(expected(moved).frame);
    expect(moved.frame.grey).not.toEqual(shown[0]!.frame.grey);
  });

  test('the machine’s settings count from the next image on', async () => {
    const running = sourceOpen();
    const shown = played(running);
    await until(() => shown.length >= 1);
    running.steerable?.controlsSet(scanPreset('superficial'));
    await until(() => shown.at(-1)?.frame.sector.kind === 'linear');
    expect(shown.at(-1)?.frame.sector.depthMm).toBe(scanPreset('superficial').depthMm);
  });
});

describe('the cine loop', () => {
  test('any image that ran comes again as it was seen, with its truth, though the probe has moved on', async () => {
    const running = sourceOpen();
    const shown = played(running);
    await until(() => shown.length >= 3);
    running.steerable?.poseSet(ELSEWHERE);
    await until(() => shown.at(-1)?.view?.pose.downMm === ELSEWHERE.downMm);
    const last = await running.freeze();
    const held = await running.held();
    expect(held.first).toBe(0);
    expect(held.timesMs.length).toBe(last.index + 1);
    for (const one of [shown[1]!, shown.at(-1)!]) {
      const again = await running.freeze(one.index);
      expect(again.frame).toEqual(one.frame);
      expect(again.view).toEqual(one.view);
      expect(held.timesMs[one.index - held.first]).toBe(one.frame.timeMs);
      expect(again.truth).toEqual(expected(one).truth);
    }
  });

  test('an image that never ran is seen from where the probe is now', async () => {
    const running = sourceOpen();
    running.steerable?.poseSet(ELSEWHERE);
    const frozen = await running.freeze(500);
    expect(frozen.view).toEqual({ ...VIEW, pose: ELSEWHERE });
    expect(frozen.frame).toEqual(expected(frozen).frame);
  });

  test('it runs on after the last image that ran, not after the one that was looked at', async () => {
    const running = sourceOpen();
    const shown = played(running);
    await until(() => shown.length >= 4);
    const last = await running.freeze();
    await running.freeze(1);
    const count = shown.length;
    const again = played(running);
    await until(() => again.length >= 1);
    expect(shown.length).toBe(count);
    expect(again[0]!.index).toBe(last.index + 1);
  });

  test.each([-1, 0.5])('refuses image %s', async (index) => {
    await expect(sourceOpen().freeze(index)).rejects.toMatchObject({ code: 'phantom-index' });
  });
});

describe('the M-mode', () => {
  test('its columns follow one another without a gap, as the page computes them, until it is stopped', async () => {
    const running = sourceOpen();
    const columns: MModeColumns[] = [];
    running.steerable?.mModeSet(0.2, (next) => columns.push(next));
    const shown = played(running);
    await until(() => columns.length >= 3);
    for (const [i, { timeMs, stepMs, grey, samples }] of columns.slice(0, 3).entries()) {
      const count = grey.length / samples;
      if (i > 0) expect(timeMs).toBeCloseTo(columns[i - 1]!.timeMs + count * stepMs, 6);
      const timesMs = Array.from({ length: count }, (_, k) => timeMs + k * stepMs);
      const made = livePatientColumns(livePatientOpen(REQUEST), VIEW, 0.2, timesMs);
      expect(grey).toEqual(made.grey);
    }
    // Of an image that did not run, all that led up to it.
    const again = sourceOpen();
    const before: MModeColumns[] = [];
    again.steerable?.mModeSet(0.2, (next) => before.push(next));
    const { frame } = await again.freeze(200);
    expect(before).toHaveLength(1);
    const { timeMs, stepMs, grey, samples } = before[0]!;
    const number = grey.length / samples;
    expect(number * stepMs).toBeGreaterThanOrEqual(5000);
    expect(timeMs + (number - 1) * stepMs).toBeCloseTo(frame.timeMs, 6);
    const lastMade = livePatientColumns(livePatientOpen(REQUEST), VIEW, 0.2, [frame.timeMs]);
    expect(grey.slice(-samples)).toEqual(lastMade.grey);
    running.steerable?.mModeSet(null, () => {});
    const count = columns.length;
    const from = shown.length;
    await until(() => shown.length >= from + 4);
    expect(columns.length).toBeLessThanOrEqual(count + 2);
    expect(columns.at(-1)!.timeMs).toBeLessThan(shown.at(-1)!.frame.timeMs);
  });
});

describe('trouble', () => {
  test('a hidden page is shown nothing, and the exam goes on where it was', async () => {
    const hide = (isHidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    const running = sourceOpen();
    hide(true);
    const shown = played(running);
    // It answers in its order: by then it has had its chance to run.
    await running.freeze(0);
    running.play((next) => shown.push(next));
    await running.held();
    expect(shown).toEqual([]);
    hide(false);
    await until(() => shown.length >= 2);
    expect(shown[0]!.index).toBe(0);
  });

  test('what breaks is told once, in words, and what is asked later rejects too', async () => {
    const onError = vi.fn();
    const script = `self.onmessage = () => { throw new Error('out of memory'); }`;
    const broken = sourceOpen({
      onError,
      workerCreate: () =>
        new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' }),
    });
    await expect(broken.freeze()).rejects.toMatchObject({ code: 'phantom-crashed' });
    await expect(broken.freeze()).rejects.toMatchObject({ code: 'phantom-crashed' });
    expect(onError).toHaveBeenCalledTimes(1);
    broken.steerable?.poseSet(ELSEWHERE);
  });
});
