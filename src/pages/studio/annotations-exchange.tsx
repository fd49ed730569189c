import { useSignal } from '@preact/signals';
import type { ComponentProps } from 'preact';
import { say } from '../../ui/words/say.ts';
import { AnnotationsView } from './annotations-later.ts';

/** Annotations of other programs, read into the key and written from it; fetched when somebody opens it. */
export function AnnotationsExchange(props: ComponentProps<typeof AnnotationsView>) {
  const isOpen = useSignal(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{say('studio.annotations.heading')}</summary>
      {isOpen.value && <AnnotationsView {...props} />}
    </details>
  );
}
