import type { BriefingStep } from '../../domain/scenario/scenario.ts';
import type { TextRead } from '../../domain/scenario/variant.ts';
import { TermsLinked } from '../../parts/glossary/terms-linked.tsx';
import { MedicineSources } from '../../parts/medicine/sources.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { KeyPoints, Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { LabelledPicture } from './views-later.ts';

export function BriefingPanel({
  step,
  read,
  title,
  onNext,
}: {
  readonly step: BriefingStep;
  /** The step's text after what was done so far. */
  readonly read: TextRead;
  readonly title: string;
  readonly onNext: () => void;
}) {
  return (
    <TermsLinked texts={[read.text, ...read.keyPoints]}>
      <Panel
        label={say('play.briefing.label')}
        isReading
        actions={
          <button type="button" class="button button-primary button-large" onClick={onNext}>
            {say('play.goOn')}
            <Icon name="next" />
          </button>
        }
      >
        <h2>{step.title ?? title}</h2>
        {step.picture !== null && <LabelledPicture key={step.id} picture={step.picture} />}
        <Text text={read.text} />
        <KeyPoints points={read.keyPoints} />
        <MedicineSources works={step.works} />
      </Panel>
    </TermsLinked>
  );
}
