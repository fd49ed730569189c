import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { LEARNER_NAME_LENGTH, learnerNameRead } from '../../domain/learners/learner.ts';
import { learnerNameIsTaken } from '../../domain/learners/learner-list.ts';
import { useServices } from '../../parts/services.ts';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../ui/words/say.ts';

/** Asks for a name that nobody else has; `children` are its buttons. */
export function NameForm({
  name,
  exceptKey,
  isBusy,
  onName,
  children,
}: {
  readonly name: string;
  /** Who is named; null for somebody new. */
  readonly exceptKey: string | null;
  readonly isBusy: boolean;
  readonly onName: (name: string) => unknown;
  readonly children: ComponentChildren;
}) {
  const { learners } = useServices();
  const typed = useSignal(name);
  const problem = useSignal<string | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    const read = learnerNameRead(typed.value);
    if (read === '') problem.value = say('learners.name.empty');
    else if (learnerNameIsTaken(learners.list.value, read, exceptKey)) {
      problem.value = say('learners.name.taken', { name: read });
    } else {
      problem.value = null;
      onName(read);
    }
  };
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={say('learners.name.label')}
        lengthMax={LEARNER_NAME_LENGTH}
        value={typed.value}
        onInput={(next) => {
          typed.value = next;
        }}
      />
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      <div class="settings-data">{children}</div>
    </form>
  );
}
