import type { ComponentChildren } from 'preact';
import { zonesOf } from '../../domain/scan/zones.ts';
import type { SurveyStep } from '../../domain/scenario/scenario.ts';
import type { ZoneVisit } from '../../domain/survey/survey.ts';
import { PATTERN_FINDINGS } from '../../parts/probe/torso-zone.tsx';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { LOOKING_ACTIONS } from './play-actions.ts';
import { RoundWhyLine } from './round-why-line.tsx';
import { readingWords, zoneNamed } from './zone-words.ts';

/** Beside the image that follows the probe: which zones have their answer, and freezing the next. */
export function SurveyPanel({
  step,
  visits,
  children,
  onZone,
  onFreeze,
  onFinish,
  onSkip,
}: {
  readonly step: SurveyStep;
  readonly visits: readonly ZoneVisit[];
  /** The chest with the probe, where there is no room beside the image, and the machine's controls. */
  readonly children: ComponentChildren;
  /** Puts the probe on a zone. */
  readonly onZone: (zoneId: string) => void;
  readonly onFreeze: () => void;
  readonly onFinish: () => void;
  readonly onSkip: () => void;
}) {
  const zones = zonesOf(step.zones);
  const isEnough = visits.length >= step.atLeast;
  return (
    <Panel
      label={say('survey.label')}
      actions={
        <>
          {isEnough && (
            <button type="button" class="button button-primary" onClick={onFinish}>
              <Icon name="check" />
              {say('survey.finish')}
            </button>
          )}
          <button
            type="button"
            class={isEnough ? 'button' : 'button button-primary button-large'}
            aria-keyshortcuts={actionShortcuts(LOOKING_ACTIONS.freeze)}
            onClick={onFreeze}
          >
            <Icon name="freeze" />
            {say('play.freeze.button')}
            <kbd>{say('keys.name.space')}</kbd>
          </button>
        </>
      }
    >
      <h2>{say('survey.title')}</h2>
      <div class="scan-task">
        <Text text={step.text} />
        <RoundWhyLine step={step} />
        <p class="small" data-testid="survey-progress">
          {say('survey.progress', { done: visits.length, count: zones.length })}{' '}
          {step.atLeast < zones.length && say('survey.enough', { count: step.atLeast })}
        </p>
      </div>
      {children}
      <section class="stack">
        <h3>{say('survey.zones')}</h3>
        <ul class="zone-list">
          {zones.map((zone) => {
            const visit = visits.find(({ zoneId }) => zoneId === zone.id);
            const id = zoneNamed(zone);
            const answer = visit === undefined ? null : readingWords(visit.said, step.answers);
            return (
              <li key={zone.id}>
                <button
                  type="button"
                  class="button zone-button"
                  aria-label={
                    answer === null ? say('survey.zoneLeft', { id }) : say('survey.zoneDone', { id, answer })
                  }
                  data-done={visit !== undefined}
                  onClick={() => onZone(zone.id)}
                >
                  {visit === undefined ? (
                    <Icon name="probe" />
                  ) : (
                    <FindingSwatch finding={PATTERN_FINDINGS[visit.said.pattern]} />
                  )}
                  {zone.id} {visit !== undefined && say(`zones.code.${visit.said.pattern}`)}
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      {!isEnough && (
        <button type="button" class="button button-quiet" onClick={onSkip}>
          {say('survey.finishEarly')}
        </button>
      )}
    </Panel>
  );
}
