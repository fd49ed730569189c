import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  type HeatMap,
  heatFigures,
  heatMapAdd,
  heatMapEmpty,
  type SameImage,
} from '../../domain/class-results/heat-map.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { sectorCrop } from '../../domain/frame/sector-crop.ts';
import { framePart } from '../../parts/picture/picture-layout.ts';
import { useServices } from '../../parts/services.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { taskNext } from '../../ui/task-next.ts';
import { say } from '../../ui/words/say.ts';
import { heatPaint } from './heat-paint.ts';
import { imageAgain } from './image-again.ts';

interface Made {
  readonly frame: Frame;
  readonly key: Mask;
  readonly findings: readonly MarkableFinding[];
}

/** Marks of all learners who had one image, over its key. */
export function HeatView({ same, others }: { readonly same: SameImage; readonly others: number }) {
  const { stage, scenarioLoad } = useServices();
  const made = useSignal<Made | null>(null);
  const problem = useSignal<string | null>(null);
  const isMaking = useSignal(false);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const make = async (): Promise<void> => {
    if (isMaking.value) return;
    isMaking.value = true;
    problem.value = null;
    announce(say('classroom.itemDetail.making'));
    try {
      const image = await imageAgain(stage.effects, scenarioLoad, same.of, stop.current.signal);
      if (image === null) problem.value = say('classroom.itemDetail.gone');
      else made.value = { ...image, findings: findingsOf(same, image.asked) };
    } catch (error) {
      if (stop.current.signal.aborted) return;
      const reason = errorSentence(error, say('messages.imageNotOpened'));
      problem.value = say('classroom.itemDetail.failed', { reason });
    } finally {
      isMaking.value = false;
    }
  };
  const count = same.answers.length;
  return (
    <>
      <p>{say(`classroom.itemDetail.${others > 0 ? 'differ' : 'same'}`, { count })}</p>
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      {made.value === null ? (
        <p>
          <button type="button" class="button" aria-disabled={isMaking.value} onClick={() => void make()}>
            <Icon name="eye" />
            {say(isMaking.value ? 'classroom.itemDetail.making' : 'classroom.itemDetail.make')}
          </button>
        </p>
      ) : (
        <HeatPicture same={same} made={made.value} />
      )}
    </>
  );
}

function HeatPicture({
  same,
  made: { frame, key, findings },
}: {
  readonly same: SameImage;
  readonly made: Made;
}) {
  const finding = useSignal(findings[0]!);
  const heat = useSignal<HeatMap | null>(null);
  const image = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const place = useRef<HTMLDivElement>(null);
  // The button that asked for it is gone, and the focus with it.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (image.current === null) return;
    framePaint(image.current, framePart(frame, sectorCrop(frame.sector, frame.width, frame.height)));
  }, [frame]);
  useEffect(() => {
    let isGone = false;
    const add = async (): Promise<void> => {
      let all = heatMapEmpty(key.sector, key.width);
      for (const answer of same.answers) {
        all = heatMapAdd(all, answer, finding.value);
        await taskNext();
        if (isGone) return;
      }
      heat.value = all;
      const crop = sectorCrop(key.sector, key.width, key.height);
      if (overlay.current !== null) heatPaint(overlay.current, all, key, finding.value, crop);
    };
    void add();
    return () => {
      isGone = true;
    };
  }, [same, key, finding.value]);
  const name = say(`findings.${finding.value}.name`);
  const figures = heat.value === null ? null : heatFigures(heat.value, key, finding.value);
  const percent = (share: number): number => 100 * share;
  return (
    <div class="stack heat" ref={place} tabIndex={-1}>
      {findings.length > 1 && (
        <label class="field">
          {say('classroom.itemDetail.finding')}
          <select
            value={finding.value}
            onChange={(event) => {
              finding.value = event.currentTarget.value as MarkableFinding;
            }}
          >
            {findings.map((one) => (
              <option key={one} value={one}>
                {say(`findings.${one}.label`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div
        class="answered-picture heat-picture"
        role="img"
        aria-label={say('classroom.itemDetail.label', { learners: same.answers.length, finding: name })}
        data-testid="heat"
        data-learners={heat.value?.learners ?? 0}
      >
        <div class="answered-picture-image">
          <canvas ref={image} />
          <canvas ref={overlay} />
        </div>
      </div>
      <p class="heat-legend small" aria-hidden="true">
        <span>
          {say('classroom.itemDetail.few')}
          <span class="heat-ramp" />
          {say('classroom.itemDetail.all')}
        </span>
        <span>
          <span class="heat-outline" />
          {say('classroom.itemDetail.outline')}
        </span>
      </p>
      {figures !== null && (
        <p role="status">
          {figures.found === null
            ? say('classroom.itemDetail.noKey')
            : say('classroom.itemDetail.found', { percent: percent(figures.found) })}{' '}
          {figures.beside === null
            ? say('classroom.itemDetail.nothing')
            : say('classroom.itemDetail.beside', { percent: percent(figures.beside) })}
        </p>
      )}
    </div>
  );
}

/** What was asked for, and whatever else was marked. */
function findingsOf({ answers }: SameImage, asked: readonly MarkableFinding[]): readonly MarkableFinding[] {
  const marked = new Set<MarkableFinding>(asked);
  for (const { answer } of answers) {
    for (const mark of answer.marks ?? []) if (mark.kind !== 'eraser') marked.add(mark.finding);
  }
  const extra = MARKABLE_FINDINGS.filter((finding) => marked.has(finding) && !asked.includes(finding));
  return [...asked, ...extra];
}
