import '../../ui/style/clips.css';
import '../../ui/style/studio.css';
import '../../ui/style/adapt.css';
import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import type { AdaptedNetwork } from '../../domain/adaptation/adapted-network.ts';
import { frameSetCount } from '../../domain/adaptation/frame-set.ts';
import type { Training } from '../../parts/adaptation/training.ts';
import { useServices } from '../../parts/services.ts';
import { Page } from '../../ui/page.tsx';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { type AdaptSet, adaptSetOpen, type FramePlace } from './adapt-set.ts';
import { ClipChoice } from './clip-choice.tsx';
import { FramesPart } from './frames-part.tsx';
import { LabelView } from './label-view.tsx';
import { NetworksPart } from './networks-part.tsx';
import { ResultPart } from './result-part.tsx';
import { TrainPart } from './train-part.tsx';

interface Opened {
  readonly set: AdaptSet;
  readonly training: Training;
}

interface Kept {
  readonly list: readonly AdaptedNetwork[];
  readonly uses: ReadonlyMap<string, string>;
}

/** Adapting the network to one's own machine: labelling frames of one's clips, training, keeping what became better. */
export function AdaptPage() {
  const { networks, records, training } = useServices();
  const opened = useSignal<Opened | null>(null);
  const kept = useSignal<Kept>({ list: [], uses: new Map() });
  const place = useSignal<FramePlace | null>(null);
  const problem = useSignal<string | null>(null);
  const keptRead = useCallback(async (): Promise<void> => {
    const store = await networks();
    kept.value = { list: await store.networksList(), uses: await store.usesList() };
  }, [networks, kept]);
  useEffect(() => {
    const open = async (): Promise<void> => {
      await keptRead();
      const set = await adaptSetOpen(await networks(), await records());
      opened.value = { set, training: await training() };
    };
    open().catch((error: unknown) => {
      problem.value = errorSentence(error, say('adapt.unread'));
    });
  }, [networks, records, training, keptRead, opened, problem]);
  const now = opened.value;
  const count = now === null ? null : frameSetCount(now.set.chosen.value, now.set.frames.value);
  if (now !== null && count !== null && place.value !== null) {
    return (
      <div class="studio adapt">
        <Page title={say('adapt.label.title')} isNarrow={false}>
          <LabelView
            set={now.set}
            count={count}
            place={place.value}
            onPlace={(next) => {
              place.value = next;
            }}
          />
        </Page>
      </div>
    );
  }
  const done = now?.training.state.value;
  return (
    <div class="studio adapt">
      <Page title={say('adapt.title')}>
        <div class="stack">
          <p class="soft">{say('adapt.lead')}</p>
          {problem.value !== null && (
            <p class="inline-alert" role="alert">
              {problem.value}
            </p>
          )}
          {now === null || count === null ? (
            problem.value === null && <p class="soft">{say('adapt.opening')}</p>
          ) : (
            <>
              <ClipChoice set={now.set} />
              <FramesPart
                set={now.set}
                count={count}
                onOpen={(next) => {
                  place.value = next;
                }}
              />
              <TrainPart set={now.set} count={count} training={now.training} />
              {done?.kind === 'done' && (
                <ResultPart
                  done={done}
                  training={now.training}
                  onKept={() => {
                    now.training.clear();
                    keptRead().catch((error: unknown) => console.warn(error));
                  }}
                />
              )}
              <NetworksPart list={kept.value.list} uses={kept.value.uses} onChange={keptRead} />
            </>
          )}
        </div>
      </Page>
    </div>
  );
}
