import type { ScenarioSetup } from './scenario-setup.ts';

/** Something of the world outside failed: try again, go back or go on without. */
export const failedState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    exit: 'failureClear',
    on: {
      'effect.retry': [
        { guard: { type: 'isFailedIn', params: ['grading'] }, target: 'grading' },
        // The index that was asked for is known to the freeze step alone, which routing takes as live.
        { guard: { type: 'isFailedIn', params: ['freezing'] }, target: 'freezing' },
        { target: 'routing' },
      ],
      'step.skip': [
        { guard: 'isZoneFailed', target: 'routing', actions: 'zoneLeave' },
        {
          guard: { type: 'isFailedIn', params: ['grading', 'marking'] },
          target: 'routing',
          actions: ['ungradedKeep', 'advance'],
        },
        { guard: { type: 'isFailedIn', params: ['regrading'] }, target: 'routing', actions: 'advance' },
        {
          guard: { type: 'isFailedIn', params: ['reaching'] },
          target: 'routing',
          actions: ['lostKeep', 'roundSkip'],
        },
        { target: 'routing', actions: 'roundSkip' },
      ],
      'marks.back': {
        guard: { type: 'isFailedIn', params: ['grading'] },
        target: 'mark',
        actions: 'skipForget',
      },
    },
  });
