import { expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { machineDot } from '../../../scripts/lib/machine-dot.mjs';

const lamp = createMachine({
  id: 'lamp',
  initial: 'off',
  on: { dust: { actions: 'wipe' } },
  states: {
    off: { on: { press: { target: 'on', guard: 'hasPower', actions: ['light', 'count'] } } },
    on: {
      entry: 'hum',
      tags: ['warm'],
      invoke: { id: 'bulb', src: 'burn', onDone: 'broken', onError: 'off' },
      after: { 500: { target: 'off' } },
      initial: 'dim',
      states: { dim: { always: { guard: 'isNight', target: 'bright' } }, bright: {} },
    },
    broken: { type: 'final' },
  },
});

test('a chart says of each arrow its event, guard and actions, and of each state what it does', () => {
  const dot = machineDot(lamp);
  expect(dot).toContain('<b>lamp</b><br align="left"/>dust / wipe');
  expect(dot).toContain('"lamp.off" -> "lamp.on#" [label=<press [hasPower] / light, count>];');
  expect(dot).toContain('<b>on</b> (warm)<br align="left"/>entry / hum<br align="left"/>runs burn');
  expect(dot).toContain('"lamp.on#" -> "lamp.broken" [label=<bulb done>];');
  expect(dot).toContain('"lamp.on#" -> "lamp.off" [label=<bulb failed>];');
  expect(dot).toContain('"lamp.on#" -> "lamp.off" [label=<after 500>];');
  expect(dot).toContain('"lamp.on.dim" -> "lamp.on.bright" [label=<[isNight]>];');
  expect(dot).toContain('"lamp.on#" -> "lamp.on.dim";');
  expect(dot).toContain('"lamp.broken" [label=<<b>broken</b><br align="left"/>> peripheries=2];');
});
