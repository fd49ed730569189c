import { Icon } from '../../ui/icon.tsx';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import type { CaptureService } from './capture-service.ts';

/** Over the image of a machine that gives none at the moment: why, and the way back where it needs one. */
export function ScannerProblem({ capture: { actor } }: { readonly capture: CaptureService }) {
  const snapshot = useSnapshot(actor);
  const problem = snapshot.context.live?.problem ?? null;
  if (problem === null || snapshot.context.cine !== null) return null;
  return (
    <div class="live-problem" role="alert" data-testid="problem">
      <p>{messageSentence(problem)}</p>
      {snapshot.matches({ live: 'lost' }) && (
        <button type="button" class="button" onClick={() => actor.send({ type: 'fault.retry' })}>
          <Icon name="again" />
          {say('capture.tryAgain')}
        </button>
      )}
    </div>
  );
}
