import { useSignal } from '@preact/signals';
import { CLASS_NAME_LENGTH, classNameRead } from '../../domain/class-results/class-name.ts';
import { useServices } from '../../parts/services.ts';
import { classLink } from '../../ui/class-name.ts';
import { noticeShow } from '../../ui/notices.ts';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../ui/words/say.ts';

/** Makes the address that plays an exercise for a class. */
export function ClassLink() {
  const { scenarios } = useServices();
  const name = useSignal('');
  const exercise = useSignal(scenarios[0]?.id ?? '');
  const group = classNameRead(name.value);
  const address = group === '' ? '' : classLink(location.href, exercise.value, group);
  const copy = (): void => {
    // Pages over plain http have no clipboard.
    const copying = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('No clipboard.'));
    copying.then(
      () => noticeShow('info', say('classroom.link.copied')),
      () => noticeShow('warning', say('classroom.link.uncopied')),
    );
  };
  return (
    <section class="card stack">
      <h2>{say('classroom.link.heading')}</h2>
      <p class="soft">{say('classroom.link.text')}</p>
      <TextField
        label={say('classroom.link.name')}
        lengthMax={CLASS_NAME_LENGTH}
        value={name.value}
        onInput={(typed) => {
          name.value = typed;
        }}
      />
      <label class="field">
        {say('classroom.link.exercise')}
        <select
          value={exercise.value}
          onChange={(event) => {
            exercise.value = event.currentTarget.value;
          }}
        >
          {scenarios.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {address !== '' && (
        <>
          <label class="field">
            {say('classroom.link.address')}
            <input type="text" readOnly value={address} data-testid="class-link" />
          </label>
          <div class="settings-data">
            <button type="button" class="button" onClick={copy}>
              {say('classroom.link.copy')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
