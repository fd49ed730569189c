import { type Zone, zoneAt, zonesOf } from '../../../domain/scan/zones.ts';
import type { SurveyStep } from '../../../domain/scenario/scenario.ts';
import { SURVEY_NONE } from '../../../domain/survey/survey.ts';
import { zoneTruth } from '../../../domain/survey/zone-truth.ts';
import { frozenNeeded } from '../../session/machine/scenario-need.ts';
import { markingActorOf } from '../../session/machine/session.ts';
import { marksDraw } from '../marks-draw.ts';
import { marksRight } from '../marks-right.ts';
import { probePut } from '../probe-put.ts';
import type { Turn } from '../turn.ts';

/** A zone takes two turns; who needs so many for each has lost the way, and gives up what is left. */
const TURNS_PER_ZONE = 4;

/** Goes from zone to zone, in the order of the set, and answers each. */
export function surveyPlay(turn: Turn, step: SurveyStep): void {
  if (turn.context.frozen === null) zoneSeek(turn, step);
  else zoneAnswer(turn, step);
}

function zoneSeek(turn: Turn, step: SurveyStep): void {
  const { actor, context, player, tries } = turn;
  const { visits } = context.survey ?? SURVEY_NONE;
  const zones = zonesOf(step.zones);
  const zone = zones.find(({ id }) => !visits.some(({ zoneId }) => zoneId === id));
  if (zone === undefined || tries >= TURNS_PER_ZONE * zones.length) {
    actor.send({ type: visits.length >= step.atLeast ? 'survey.finish' : 'step.skip' });
    return;
  }
  const right = placeIn(zone, turn, step);
  const pose = player.pose({ right, here: context.view.pose, zones: step.zones, tries });
  if (pose === null) actor.send({ type: 'step.skip' });
  else probePut(turn, pose);
}

function placeIn(zone: Zone, { context, world, fault }: Turn, step: SurveyStep) {
  const place = world.zonePlace(step, zone, context.view);
  if (place === null) fault({ stepId: step.id, code: 'zoneWithoutLung', zone: zone.id });
  else if (place.isOverlooked) fault({ stepId: step.id, code: 'zoneOverlooked', zone: zone.id });
  return place?.pose ?? null;
}

function zoneAnswer({ actor, context, player }: Turn, step: SurveyStep): void {
  const { frame, truth, view } = frozenNeeded(context);
  const zone = view === undefined ? null : zoneAt(step.zones, view.pose);
  if (truth === null || zone === null) {
    throw new Error(`${step.id} can only be answered in a zone, on an image that knows its truth.`);
  }
  if (step.answers !== 'marks') {
    const { truth: right } = zoneTruth(truth, zone.id);
    const reading = player.reading({ right, asksSliding: step.asksSliding });
    actor.send(reading === null ? { type: 'step.skip' } : { type: 'zone.answer', reading });
    return;
  }
  const marking = markingActorOf(actor.getSnapshot());
  if (marking === null) throw new Error(`${step.id} asks for marks, and nothing takes them.`);
  const { findings } = step;
  const right = marksRight(frame, truth, findings);
  const marks = player.marks({ right, findings, sector: frame.sector });
  if (marks === null) {
    actor.send({ type: 'step.skip' });
    return;
  }
  marksDraw(marks, frame.sector, marking.send.bind(marking));
  actor.send({ type: 'marks.submit' });
}
