import type { ScenarioEffects } from '../../../ports/scenario-effects.ts';
import { scenarioBegin } from './scenario-context.ts';
import { failedState } from './scenario-failed.ts';
import { liveState, missedState } from './scenario-live.ts';
import { outcomeOf } from './scenario-result.ts';
import { scenarioSetup } from './scenario-setup.ts';
import {
  briefingState,
  debriefState,
  feedbackState,
  markState,
  proposalsState,
  questionState,
  reportState,
} from './scenario-steps.ts';
import {
  freezingState,
  gradingState,
  keyingState,
  openingState,
  placingState,
  reachingState,
  regradingState,
} from './scenario-wait.ts';
import { zoneState } from './scenario-zone.ts';

/**
 * Plays one scenario. `routing` looks where the learner is and makes ready whatever that step needs, so a scenario
 * that is taken up after a reload comes the same way to the same place.
 */
export function scenarioMachineCreate(effects: ScenarioEffects) {
  const setup = scenarioSetup(effects);
  return setup.createMachine({
    id: 'scenario',
    context: ({ input }) => scenarioBegin(input),
    output: ({ context }) => outcomeOf(context),
    initial: 'routing',
    invoke: { id: 'imageClose', src: 'imageClose' },
    on: {
      'scenario.leave': { target: '.over' },
      'probe.rested': { actions: { type: 'standTake', params: ({ event }) => event } },
      // From the child that marks; the last of them can come when its state is left already.
      'marks.changed': { actions: { type: 'historyTake', params: ({ event }) => event } },
    },
    states: {
      routing: {
        always: [
          { guard: 'isAtEnd', target: 'over' },
          { guard: 'isOver', target: 'over', actions: 'timeEnd' },
          { guard: 'needsOpening', target: 'opening' },
          { guard: 'needsFreezing', target: 'freezing' },
          { guard: 'needsKeying', target: 'keying' },
          { guard: 'needsRegrading', target: 'regrading' },
          { guard: { type: 'isStep', params: 'briefing' }, target: 'briefing' },
          { guard: { type: 'isStep', params: 'observe' }, target: 'live.observe' },
          { guard: { type: 'isStep', params: 'freeze' }, target: 'live.freeze' },
          { guard: { type: 'isStep', params: 'mark' }, target: 'mark' },
          { guard: { type: 'isStep', params: 'scan' }, target: 'live.scan' },
          { guard: 'isTold', target: 'proposals.told' },
          { guard: { type: 'isStep', params: 'proposals' }, target: 'proposals.deciding' },
          { guard: { type: 'isZoneFrozen', params: 'marks' }, target: 'zone.marking' },
          { guard: { type: 'isZoneFrozen', params: 'named' }, target: 'zone.naming' },
          { guard: { type: 'isStep', params: 'survey' }, target: 'live.survey' },
          { guard: 'isAnswered', target: 'question.answered' },
          { guard: { type: 'isStep', params: 'm_mode' }, target: 'live.mMode' },
          { guard: { type: 'isStep', params: 'question' }, target: 'question.asking' },
          { guard: { type: 'isStep', params: 'feedback' }, target: 'feedback' },
          { guard: { type: 'isStep', params: 'report' }, target: 'report' },
          { target: 'debrief' },
        ],
      },

      opening: openingState(setup),
      freezing: freezingState(setup),
      keying: keyingState(setup),
      grading: gradingState(setup),
      regrading: regradingState(setup),
      reaching: reachingState(setup),
      placing: placingState(setup),

      briefing: briefingState(setup),
      live: liveState(setup, effects),
      missed: missedState(setup),
      mark: markState(setup),
      question: questionState(setup),
      proposals: proposalsState(setup),
      feedback: feedbackState(setup),
      report: reportState(setup),
      zone: zoneState(setup),
      debrief: debriefState(setup),

      failed: failedState(setup),
      over: { type: 'final' },
    },
  });
}

export type ScenarioMachine = ReturnType<typeof scenarioMachineCreate>;
