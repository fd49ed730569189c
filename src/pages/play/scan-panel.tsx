import type { ComponentChildren } from 'preact';
import type { Hint, ScanStep } from '../../domain/scenario/scenario.ts';
import { HintLadder } from '../../parts/reveal/hint-ladder.tsx';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { LOOKING_ACTIONS } from './play-actions.ts';
import { RoundWhyLine } from './round-why-line.tsx';

/** Beside the image that follows the probe: what to look for, and freezing it when it is found. */
export function ScanPanel({
  step,
  attemptsLeft,
  hints,
  children,
  onFreeze,
  onHint,
  onShow,
  onSkip,
}: {
  readonly step: ScanStep;
  readonly attemptsLeft: number;
  /** Those that were taken. */
  readonly hints: readonly Hint[];
  /** The chest with the probe, where there is no room beside the image, and the machine's controls. */
  readonly children: ComponentChildren;
  readonly onFreeze: () => void;
  readonly onHint: () => void;
  /** Puts the probe once more where a hint has put it. */
  readonly onShow: () => void;
  readonly onSkip: () => void;
}) {
  return (
    <Panel
      label={say('play.scan.label')}
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          aria-keyshortcuts={actionShortcuts(LOOKING_ACTIONS.freeze)}
          onClick={onFreeze}
        >
          <Icon name="freeze" />
          {say('play.freeze.button')}
          <kbd>{say('keys.name.space')}</kbd>
        </button>
      }
    >
      <h2>{say('play.scan.title')}</h2>
      <div class="scan-task">
        <Text text={step.text} />
        <RoundWhyLine step={step} />
        <p class="small" data-testid="attempts">
          {say('play.scan.left', { count: attemptsLeft })}
        </p>
      </div>
      {children}
      <HintLadder
        hints={step.hints}
        taken={hints.length}
        isBusy={false}
        on="chest"
        earnBy="frozen"
        onTake={onHint}
      />
      {hints.some(({ kind }) => kind === 'answer') && (
        <button type="button" class="button button-wide" onClick={onShow}>
          <Icon name="probe" />
          {say('play.scan.again')}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={onSkip}>
        {say('play.scan.skip')}
      </button>
    </Panel>
  );
}
