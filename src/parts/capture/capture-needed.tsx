import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { useServices } from '../services.ts';
import type { CaptureService } from './capture-service.ts';

/** Fetches the scanner for what is shown with it; where it does not arrive, it says so and can be asked for again. */
export function CaptureNeeded({
  children,
}: {
  readonly children: (capture: CaptureService) => ComponentChildren;
}) {
  const { capture } = useServices();
  const problem = useSignal<string | null>(null);
  const begin = (): void => {
    problem.value = null;
    capture.load().catch((error: unknown) => {
      problem.value = errorSentence(error, say('messages.partMissing'));
    });
  };
  useEffect(begin, []);
  const service = capture.service.value;
  if (service !== null) return <>{children(service)}</>;
  if (problem.value === null) return null;
  return (
    <div>
      <p class="inline-alert" role="alert">
        {problem.value}
      </p>
      <button type="button" class="button button-primary" onClick={begin}>
        {say('shell.tryAgain')}
      </button>
    </div>
  );
}
