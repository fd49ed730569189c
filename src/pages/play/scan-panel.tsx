import type { ComponentChildren } from 'preact';
import type { Hint, HintKind, ScanStep } from '../../domain/scenario/scenario.ts';
import { HintLadder } from '../../parts/reveal/hint-ladder.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Text } from '../../ui/text.tsx';

const RUNGS: Readonly<Record<HintKind, string>> = {
  word: 'A word',
  region: 'The zone',
  outline: 'An outline',
  answer: 'Put the probe there',
};

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
      label="Scan"
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          aria-keyshortcuts="Space"
          onClick={onFreeze}
        >
          <Icon name="freeze" />
          Freeze
          <kbd>Space</kbd>
        </button>
      }
    >
      <h2>Find it with the probe</h2>
      <div class="scan-task">
        <Text text={step.text} />
        <p class="small" data-testid="attempts">
          {attemptsLeft === 1 ? 'One freeze left.' : `${attemptsLeft} freezes left.`}
        </p>
      </div>
      {children}
      <HintLadder
        hints={step.hints}
        taken={hints.length}
        isBusy={false}
        rungs={RUNGS}
        earnBy="Frozen at the right place"
        onTake={onHint}
      />
      {hints.some(({ kind }) => kind === 'answer') && (
        <button type="button" class="button button-wide" onClick={onShow}>
          <Icon name="probe" />
          Put the probe there again
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={onSkip}>
        Skip: show me the place
      </button>
    </Panel>
  );
}
