import { useEffect } from 'preact/hooks';
import { surveyResultOf, tryLatest } from '../../domain/learning/progress.ts';
import { type Zone, zoneFind, zonesOf } from '../../domain/scan/zones.ts';
import type { ReportStep, SurveyStep } from '../../domain/scenario/scenario.ts';
import { type BlueBranch, blueBranch } from '../../domain/survey/blue.ts';
import { LUS_MOST, lusSum } from '../../domain/survey/lus-score.ts';
import {
  readingsSaid,
  readingsTrue,
  surveyIsHalved,
  type ZoneVisit,
  zoneCredit,
} from '../../domain/survey/survey.ts';
import type { ZoneReading, ZoneReadings } from '../../domain/survey/zone-reading.ts';
import { MedicineSources } from '../../parts/medicine/sources.tsx';
import { PATTERN_FINDINGS } from '../../parts/probe/torso-zone.tsx';
import type { WayOn } from '../../parts/questions/way-on.ts';
import { scoreLevel } from '../../parts/reveal/grade-table.tsx';
import { useServices } from '../../parts/services.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Text } from '../../ui/text.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { ChestChart } from './chest-chart.tsx';
import { patternWords, zoneNamed } from './zone-words.ts';

/** The chart of the chest: the learner's zones beside the truth, their sums, and where each leads by the BLUE protocol. */
export function ReportView({
  actor,
  step,
  wayOn = null,
  onZone = null,
}: {
  readonly actor: ScenarioActor;
  readonly step: ReportStep;
  readonly wayOn?: WayOn | null;
  /** Shows the image of a zone that was visited; null where that is not offered. */
  readonly onZone?: ((zoneId: string) => void) | null;
}) {
  const { audio } = useServices();
  const { scenario, results } = useSnapshot(actor).context;
  const survey = scenario.steps.find(
    (one): one is SurveyStep => one.kind === 'survey' && one.imageId === step.imageId,
  );
  const result = surveyResultOf(scenario, step, results);
  const { visits, left } = result === null ? { visits: [], left: [] } : tryLatest(result);
  const score = result?.latestScore ?? null;
  useEffect(() => {
    if (score !== null) audio.play(score >= 70 ? 'score_good' : 'score_ok');
  }, [audio, score]);
  if (survey === undefined) return null;
  const truth = readingsTrue(visits, left);
  return (
    <Panel
      label={say('survey.report.label')}
      actions={
        wayOn?.actions ?? (
          <button
            type="button"
            class="button button-primary button-large"
            onClick={() => actor.send({ type: 'step.next' })}
          >
            {say('play.goOn')}
            <Icon name="next" />
          </button>
        )
      }
    >
      {wayOn?.head}
      <h2>{say('survey.report.title')}</h2>
      {score !== null && (
        <div class="score" data-level={scoreLevel(score)} data-testid="survey-score" data-score={score}>
          <strong>{Math.round(score)}</strong>
          <span>{say('play.feedback.of')}</span>
        </div>
      )}
      {score !== null && surveyIsHalved(visits) && <p class="small">{say('survey.report.halves')}</p>}
      {truth.size === 0 ? (
        <p data-testid="unread">{say('survey.report.unread')}</p>
      ) : (
        <Comparison step={step} survey={survey} visits={visits} truth={truth} onZone={onZone} />
      )}
    </Panel>
  );
}

/** The learner's zones beside the truth, as charts, in a table and by what they lead to. */
function Comparison({
  step,
  survey,
  visits,
  truth,
  onZone,
}: {
  readonly step: ReportStep;
  readonly survey: SurveyStep;
  readonly visits: readonly ZoneVisit[];
  readonly truth: ZoneReadings;
  readonly onZone: ((zoneId: string) => void) | null;
}) {
  const zones = zonesOf(survey.zones);
  const said = readingsSaid(visits);
  const shown = new Map([...truth].map(([id, reading]) => [id, asAsked(reading, survey)] as const));
  const overlooked = visits.filter(({ isOverlooked }) => isOverlooked).map(({ zoneId }) => nameOf(zoneId));
  return (
    <>
      <Text text={step.text} />
      <ChestChart title={say('survey.report.chartYours')} zones={zones} readings={said} />
      <ChestChart title={say('survey.report.chartTruth')} zones={zones} readings={shown} />
      <table class="zone-table">
        <thead>
          <tr>
            <th scope="col">{say('survey.report.zone')}</th>
            <th scope="col">{say('survey.report.yours')}</th>
            <th scope="col">{say('survey.report.truth')}</th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <ZoneRow
              key={zone.id}
              zone={zone}
              survey={survey}
              visit={visits.find(({ zoneId }) => zoneId === zone.id) ?? null}
              visits={visits}
              truth={truth.get(zone.id) ?? null}
              onZone={onZone}
            />
          ))}
        </tbody>
      </table>
      {overlooked.length > 0 && (
        <p data-testid="overlooked">{say('survey.report.overlooked', { zones: overlooked })}</p>
      )}
      <LusSums said={said} truth={truth} count={zones.length} />
      <section class="stack">
        <h3>{say('survey.report.blue')}</h3>
        <Branch
          title={say('survey.report.blueYours')}
          branch={blueBranch(said)}
          isSlidingTaken={!survey.asksSliding}
          testId="blue-yours"
        />
        <Branch title={say('survey.report.blueTruth')} branch={blueBranch(truth)} testId="blue-truth" />
      </section>
      <MedicineSources works={step.works} />
    </>
  );
}

function ZoneRow({
  zone,
  survey,
  visit,
  visits,
  truth,
  onZone,
}: {
  readonly zone: Zone;
  readonly survey: SurveyStep;
  readonly visit: ZoneVisit | null;
  readonly visits: readonly ZoneVisit[];
  readonly truth: ZoneReading | null;
  readonly onZone: ((zoneId: string) => void) | null;
}) {
  const credit = visit === null ? 0 : zoneCredit(visit, visits);
  const level = credit === 1 ? 'right' : credit === 0 ? 'wrong' : 'half';
  return (
    <tr data-testid="zone-row" data-zone={zone.id} data-credit={visit === null ? '' : credit}>
      <th scope="row">
        {visit !== null && onZone !== null ? (
          <button
            type="button"
            class="zone-link"
            aria-label={say('attempts.zoneImage', { zone: zoneNamed(zone) })}
            onClick={() => onZone(zone.id)}
          >
            {zoneNamed(zone)}
          </button>
        ) : (
          zoneNamed(zone)
        )}
        {visit !== null && <small data-level={level}>{say(`survey.report.credit.${level}`)}</small>}
      </th>
      <td>{visit === null ? say('survey.report.none') : <Reading reading={visit.said} survey={survey} />}</td>
      <td>{truth === null ? '' : <Reading reading={asAsked(truth, survey)} survey={survey} />}</td>
    </tr>
  );
}

/** Sliding is told where it was asked for. */
function asAsked(truth: ZoneReading, { asksSliding }: SurveyStep): ZoneReading {
  return asksSliding ? truth : { ...truth, sliding: null };
}

function Reading({ reading, survey }: { readonly reading: ZoneReading; readonly survey: SurveyStep }) {
  return (
    <span class="zone-reading">
      <FindingSwatch finding={PATTERN_FINDINGS[reading.pattern]} />
      <span>
        {patternWords(reading.pattern, survey.answers === 'marks' ? 'lus_score' : survey.answers)}
        {reading.sliding !== null && <small>{say(`survey.sliding.${reading.sliding}`)}</small>}
      </span>
    </span>
  );
}

function LusSums({
  said,
  truth,
  count,
}: {
  readonly said: ZoneReadings;
  readonly truth: ZoneReadings;
  readonly count: number;
}) {
  const yours = lusSum(said.values());
  const own = lusSum(truth.values());
  const unscored = truth.size - own.scored;
  const saidUnscored = said.size - yours.scored;
  return (
    <p data-testid="lus-sum" data-yours={yours.sum} data-truth={own.sum}>
      {say('survey.report.sum', { yours: yours.sum, truth: own.sum, most: LUS_MOST * count })}{' '}
      {said.size < count && say('survey.report.sumPart', { count: yours.scored, zones: count })}{' '}
      {saidUnscored > 0 && saidUnscored !== unscored && say('survey.report.sumSaid', { count: saidUnscored })}{' '}
      {unscored > 0 && say('survey.report.sumZones', { count: unscored })}
    </p>
  );
}

function Branch({
  title,
  branch,
  isSlidingTaken = false,
  testId,
}: {
  readonly title: string;
  readonly branch: BlueBranch | null;
  /** Whether nobody asked if the lung slides, and the branch was read as if it did. */
  readonly isSlidingTaken?: boolean;
  readonly testId: string;
}) {
  return (
    <div data-testid={testId} data-profile={branch?.profile ?? ''}>
      <h4>{title}</h4>
      <p>
        {branch === null
          ? say('survey.report.blueNone')
          : say(`survey.report.profile.${profileWords(branch)}`)}
      </p>
      {branch !== null && isSlidingTaken && <p>{say('survey.report.slidingTaken')}</p>}
      {branch !== null && profileWords(branch) === 'a_prime_point' && <p>{say('survey.report.lungPoint')}</p>}
      {branch !== null && branch.effusions.length > 0 && (
        <p>{say('survey.report.effusion', { zones: branch.effusions.map(nameOf) })}</p>
      )}
      {branch !== null && branch.effusionsInFront.length > 0 && (
        <p>{say('survey.report.effusionInFront', { zones: branch.effusionsInFront.map(nameOf) })}</p>
      )}
    </div>
  );
}

/** Where a lung point was found, nothing is said of what one would mean. */
function profileWords({ profile, hasLungPoint }: BlueBranch) {
  return profile === 'a_prime' && hasLungPoint ? 'a_prime_point' : profile;
}

function nameOf(zoneId: string): string {
  const zone = zoneFind(zoneId);
  return zone === null ? zoneId : zoneNamed(zone);
}
