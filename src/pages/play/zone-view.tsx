import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { zoneAt } from '../../domain/scan/zones.ts';
import { CHOICE_VALUES } from '../../domain/scenario/answer-source.ts';
import type { SurveyStep } from '../../domain/scenario/scenario.ts';
import { SURVEY_NONE } from '../../domain/survey/survey.ts';
import type { ZoneReading } from '../../domain/survey/zone-reading.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { PATTERN_FINDINGS } from '../../parts/probe/torso-zone.tsx';
import { useServices } from '../../parts/services.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { Choice } from '../../ui/choice.tsx';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { ZONE_ACTIONS, type ZoneDoes } from './survey-actions.ts';
import { patternWords, readingWords, zoneNamed } from './zone-words.ts';

/** In the order of the LUS score. */
const PATTERNS = ['a_lines', 'b_lines', 'confluence', 'consolidation', 'effusion'] as const;
const SLIDINGS = CHOICE_VALUES.lung_sliding;

/** The pattern of the zone that is frozen is named, and how the lung slides there. */
export function ZoneView({ actor, step }: { readonly actor: ScenarioActor; readonly step: SurveyStep }) {
  const { audio } = useServices();
  const { survey, view } = useSnapshot(actor).context;
  const zone = zoneAt(step.zones, view.pose);
  const before = (survey ?? SURVEY_NONE).visits.find(({ zoneId }) => zoneId === zone?.id);
  const pattern = useSignal<ZoneReading['pattern'] | null>(null);
  const sliding = useSignal<ZoneReading['sliding']>(null);
  const isAnswered = pattern.value !== null && (!step.asksSliding || sliding.value !== null);
  const again = (): void => actor.send({ type: 'step.skip' });
  const keep = (): void => {
    if (pattern.peek() === null || (step.asksSliding && sliding.peek() === null)) return;
    actor.send({ type: 'zone.answer', reading: { pattern: pattern.peek()!, sliding: sliding.peek() } });
  };
  useEffect(() => () => audio.play('mark'), [audio]);
  useKeys((event, place, areKeysOn) => {
    const does = actionFind<null, ZoneDoes, 'zone'>(
      ZONE_ACTIONS,
      event,
      { place, areKeysOn, mode: 'zone' },
      null,
    );
    if (does === null) return false;
    if (does.type === 'keep') keep();
    else if (does.type === 'again') again();
    else if (does.type === 'pattern') pattern.value = PATTERNS[does.place] ?? null;
    else if (!step.asksSliding) return false;
    else sliding.value = SLIDINGS[does.place] ?? null;
    return true;
  });
  const ask = say(step.answers === 'lus_score' ? 'survey.zone.scoreAsk' : 'survey.zone.ask');
  return (
    <Panel
      label={say('survey.zone.label')}
      actions={
        <div class="panel-foot-row">
          <button type="button" class="button" onClick={again}>
            <Icon name="again" />
            {say('survey.zone.again')}
          </button>
          <button type="submit" form="zone" class="button button-primary" disabled={!isAnswered}>
            <Icon name="check" />
            {say('survey.zone.keep')}
          </button>
        </div>
      }
    >
      <h2 data-testid="zone" data-zone={zone?.id ?? ''}>
        {zone === null ? say('play.scan.noZone') : zoneNamed(zone)}
      </h2>
      {before !== undefined && (
        <p class="small soft">
          {say('survey.zone.before', { answer: readingWords(before.said, step.answers) })}
        </p>
      )}
      <form
        id="zone"
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <fieldset class="picker">
          <legend>{ask}</legend>
          <div class="stack">
            {PATTERNS.map((one, place) => (
              <Choice
                key={one}
                name="pattern"
                value={one}
                isChosen={pattern.value === one}
                onPick={() => {
                  pattern.value = one;
                }}
              >
                <FindingSwatch finding={PATTERN_FINDINGS[one]} />
                {patternWords(one, step.answers)}
                <span class="choice-key">{place + 1}</span>
              </Choice>
            ))}
          </div>
        </fieldset>
        {step.asksSliding && (
          <fieldset class="picker">
            <legend>{say('survey.zone.slidingAsk')}</legend>
            <div class="stack">
              {SLIDINGS.map((one, place) => (
                <Choice
                  key={one}
                  name="sliding"
                  value={one}
                  isChosen={sliding.value === one}
                  onPick={() => {
                    sliding.value = one;
                  }}
                >
                  {say(`survey.sliding.${one}`)}
                  <span class="choice-key">{place + 6}</span>
                </Choice>
              ))}
            </div>
          </fieldset>
        )}
      </form>
    </Panel>
  );
}
