import { useSignal } from '@preact/signals';
import { examFrames, type FrameSetCount } from '../../domain/adaptation/frame-set.ts';
import type { Training, TrainingState } from '../../parts/adaptation/training.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { route, routeGo } from '../../ui/route.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { say } from '../../ui/words/say.ts';
import type { AdaptSet } from './adapt-set.ts';

/** How long learning may take at most, minutes. */
const MINUTES = [2, 5, 10] as const;
const MINUTES_USUAL = 5;
const MINUTE_MS = 60_000;

/** Beginning, watching and cancelling the training. */
export function TrainPart({
  set,
  count,
  training,
}: {
  readonly set: AdaptSet;
  readonly count: FrameSetCount;
  readonly training: Training;
}) {
  const minutes = useSignal<number>(MINUTES_USUAL);
  const state = training.state.value;
  const isRunning = state.kind === 'reading' || state.kind === 'learning';
  useFocusKept('.adapt-train button:not([disabled])', state.kind);
  const start = async (): Promise<void> => {
    await training.start(examFrames(set.chosen.peek(), set.frames.peek()), minutes.peek() * MINUTE_MS);
    if (route.peek().page === 'adapt' || training.state.peek().kind === 'idle') return;
    noticeShow('info', say('adapt.train.ended'), {
      text: say('adapt.train.toResult'),
      act: () => routeGo({ page: 'adapt' }),
    });
  };
  return (
    <section class="card stack adapt-train" data-testid="training" data-state={state.kind}>
      <h2>{say('adapt.train.heading')}</h2>
      <p>{say('adapt.train.lead')}</p>
      {isRunning ? (
        <>
          <TrainProgress state={state} />
          <button type="button" class="button" onClick={() => training.cancel()}>
            <Icon name="cross" />
            {say('adapt.train.cancel')}
          </button>
        </>
      ) : (
        <>
          <fieldset class="studio-choices">
            <legend>{say('adapt.train.minutes')}</legend>
            <div class="adapt-minutes">
              {MINUTES.map((one) => (
                <Choice
                  key={one}
                  name="adapt-minutes"
                  value={`${one}`}
                  isChosen={minutes.value === one}
                  onPick={() => {
                    minutes.value = one;
                  }}
                >
                  {say('adapt.train.minutesOf', { count: one })}
                </Choice>
              ))}
            </div>
          </fieldset>
          {!count.isReady && <p class="key-note">{say('adapt.train.notReady')}</p>}
          {state.kind === 'failed' && (
            <p class="inline-alert" role="alert">
              {messageSentence(state.fact)}
            </p>
          )}
          <button
            type="button"
            class={state.kind === 'done' ? 'button' : 'button button-primary'}
            disabled={!count.isReady}
            onClick={() => void start()}
          >
            <Icon name="play" />
            {say(state.kind === 'done' ? 'adapt.train.again' : 'adapt.train.start')}
          </button>
        </>
      )}
    </section>
  );
}

function TrainProgress({ state }: { readonly state: TrainingState }) {
  if (state.kind !== 'learning') {
    return (
      <p class="soft" role="status">
        {say('adapt.train.reading')}
      </p>
    );
  }
  const { phase, share, leftMs } = state;
  return (
    <label class="network-progress small soft">
      <span class="figures" data-testid="training-progress">
        {say(`adapt.train.phase.${phase}`, { percent: Math.floor(100 * share) })}
        {leftMs !== null && ` ${leftText(leftMs)}`}
      </span>
      <progress max={1} value={share} />
    </label>
  );
}

function leftText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return seconds < 90
    ? say('adapt.train.secondsLeft', { count: seconds })
    : say('adapt.train.minutesLeft', { count: Math.round(leftMs / MINUTE_MS) });
}
