import type { BriefingStep } from '../../domain/scenario/scenario.ts';
import { Icon } from '../components/icon.tsx';
import { Panel } from '../components/panel.tsx';
import { Sources } from '../components/sources.tsx';
import { KeyPoints, Text } from '../components/text.tsx';

export function BriefingPanel({
  step,
  title,
  onNext,
}: {
  readonly step: BriefingStep;
  readonly title: string;
  readonly onNext: () => void;
}) {
  return (
    <Panel
      label="Briefing"
      actions={
        <button type="button" class="button button-primary button-large" onClick={onNext}>
          Go on
          <Icon name="next" />
        </button>
      }
    >
      <h2>{step.title ?? title}</h2>
      <Text text={step.text} />
      <KeyPoints points={step.keyPoints} />
      <Sources works={step.works} />
    </Panel>
  );
}
