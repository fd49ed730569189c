import { useSignal } from '@preact/signals';
import type { ListedLearner } from '../../domain/learners/learner-list.ts';
import { pinIsSound } from '../../domain/learners/pin.ts';
import { PinField } from '../../parts/learners/pin-field.tsx';
import { useServices } from '../../parts/services.ts';
import { noticeShow } from '../../ui/notices.ts';
import type { WorkRun } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';

/** Sets the PIN of a learner, or takes it away; says how little it keeps out, and where there can be none. */
export function PinForm({
  learner: { key, pin },
  name,
  work,
  isBusy,
  onLeave,
}: {
  readonly learner: ListedLearner;
  readonly name: string;
  readonly work: WorkRun;
  readonly isBusy: boolean;
  readonly onLeave: () => void;
}) {
  const { learners } = useServices();
  const typed = useSignal('');
  const problem = useSignal<string | null>(null);
  const set = (next: string | null) =>
    work(say('learners.failed'), async () => {
      await learners.pinSet(key, next);
      onLeave();
      noticeShow('info', say(next === null ? 'learners.pin.removed' : 'learners.pin.set', { name }));
    });
  const submit = (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    problem.value = pinIsSound(typed.value) ? null : say('learners.pin.unsound');
    if (problem.value === null) void set(typed.value);
  };
  return (
    <form class="stack" onSubmit={submit}>
      {learners.isPinPossible ? (
        <>
          <p class="soft">{say('learners.pin.note')}</p>
          <PinField
            label={say('learners.pin.label')}
            value={typed.value}
            onChange={(text) => {
              typed.value = text;
            }}
          />
        </>
      ) : (
        <p class="soft">{say('learners.pin.impossible')}</p>
      )}
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      <div class="settings-data">
        {learners.isPinPossible && (
          <button type="submit" class="button button-primary" disabled={isBusy}>
            {say('learners.pin.save')}
          </button>
        )}
        {pin !== null && (
          <button type="button" class="button" disabled={isBusy} onClick={() => void set(null)}>
            {say('learners.pin.remove')}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={onLeave}>
          {say('learners.cancel')}
        </button>
      </div>
    </form>
  );
}
