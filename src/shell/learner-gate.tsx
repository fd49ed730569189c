import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { learnerName } from '../parts/learners/learner-name.ts';
import { PinField } from '../parts/learners/pin-field.tsx';
import type { LearnerListKept, Pins } from '../ports/learners.ts';
import { usePageTitle } from '../ui/page.tsx';
import { say } from '../ui/words/say.ts';

/** Whether whoever is here has to give a PIN first. Where none can be checked nobody is kept out of what is theirs. */
export function learnerIsAsked({ kept, pins }: LearnersBegun): boolean {
  const { here, learners } = kept.read();
  const pin = learners.find(({ key }) => key === here)?.pin ?? null;
  return pin !== null && pins.isPossible && !kept.isLetIn(here);
}

/** Who learns here, as it is needed before anything else. */
export interface LearnersBegun {
  readonly kept: LearnerListKept;
  readonly pins: Pins;
}

/** Asks the learner who is here for the PIN, or lets somebody else go on. */
export function LearnerGate({ begun, onIn }: { readonly begun: LearnersBegun; readonly onIn: () => void }) {
  const { kept, pins } = begun;
  const list = kept.read();
  const { here, learners } = list;
  const name = learnerName(list, here);
  const title = say('learners.gate.title');
  usePageTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const typed = useSignal('');
  const isWrong = useSignal(false);
  const isBusy = useSignal(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const pin = learners.find(({ key }) => key === here)?.pin ?? null;
    if (isBusy.value || pin === null) return;
    isBusy.value = true;
    isWrong.value = false;
    const isRight = await pins.check(typed.value, pin).catch(() => false);
    isBusy.value = false;
    isWrong.value = !isRight;
    typed.value = '';
    if (!isRight) return;
    kept.letIn(here);
    onIn();
  };
  const others = learners.filter(({ key }) => key !== here);
  return (
    <main id="main" class="page page-narrow stack">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <form class="card stack" onSubmit={submit}>
        <PinField
          label={say('learners.gate.label', { name })}
          value={typed.value}
          onChange={(text) => {
            typed.value = text;
          }}
        />
        {isWrong.value && (
          <p class="inline-alert" role="alert">
            {say('learners.gate.wrong', { name })}
          </p>
        )}
        <div class="settings-data">
          <button type="submit" class="button button-primary" disabled={isBusy.value}>
            {say('learners.gate.enter', { name })}
          </button>
        </div>
        <p class="soft small">{say('learners.gate.note')}</p>
      </form>
      {others.length > 0 && (
        <section class="card stack">
          <h2>{say('learners.gate.others')}</h2>
          <div class="settings-data">
            {others.map(({ key }) => (
              <button
                key={key}
                type="button"
                class="button"
                onClick={() => {
                  kept.change((now) => ({ ...now, here: key }));
                  location.reload();
                }}
              >
                {learnerName(list, key)}
              </button>
            ))}
          </div>
        </section>
      )}
    </main>
  );
}
