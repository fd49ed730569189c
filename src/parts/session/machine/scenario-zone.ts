import type { MarkHistory } from '../../../domain/marks/history.ts';
import { markingAsked } from './scenario-need.ts';
import type { ScenarioSetup } from './scenario-setup.ts';
import { TICKING } from './scenario-ticking.ts';

/** An image of a zone is frozen: it is marked, or its pattern is named; or it is let go for a better one. */
export const zoneState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'frozen',
    initial: 'naming',
    on: { 'step.skip': { target: 'routing', actions: 'zoneLeave' } },
    states: {
      naming: {
        ...TICKING,
        on: {
          'zone.answer': {
            target: '#scenario.routing',
            actions: { type: 'zoneName', params: ({ event }) => event },
          },
        },
      },
      marking: {
        ...TICKING,
        invoke: {
          id: 'marking',
          src: 'marking',
          input: ({ context, self }) => ({
            ...markingAsked(context),
            history: context.history,
            onEdit: (history: MarkHistory) => self.send({ type: 'marks.changed', history }),
          }),
          onDone: {
            target: '#scenario.routing',
            actions: [{ type: 'historyTake', params: ({ event }) => event.output }, 'zoneDraw'],
          },
          onError: {
            target: '#scenario.failed',
            actions: {
              type: 'failureTake',
              params: ({ event }) => ({ during: 'marking', error: event.error }),
            },
          },
        },
        on: { 'marks.submit': { actions: 'marksSubmit' } },
      },
    },
  });
