import { type CONSOLE_ACTIONS, KNOB_ACTIONS } from '../../parts/console/console-actions.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { ProbeActor } from '../../parts/probe/machine/probe-machine.ts';
import { PROBE_ACTIONS } from '../../parts/probe/probe-actions.ts';
import { useServices } from '../../parts/services.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { HINT_ACTIONS } from './play-actions.ts';

/** Of the console, what is at hand in a step: probe and knobs. */
const HELD_ACTIONS: typeof CONSOLE_ACTIONS = { ...PROBE_ACTIONS, ...KNOB_ACTIONS };

/** Arrows slide the probe while the image has the focus; letters turn, tilt and press it. */
export function useProbeKeys(actor: ScenarioActor, probe: ProbeActor): void {
  const { stage } = useServices();
  useKeys((event, place, areKeysOn) => {
    const scene = { place, areKeysOn } as const;
    if (actionFind(HINT_ACTIONS, event, { ...scene, mode: 'scan' }, null) !== null) {
      actor.send({ type: 'hint.take' });
      return true;
    }
    const { controls, mLine } = probe.getSnapshot().context;
    const sector = stage.shown.peek()?.frame.sector ?? null;
    const state = { context: { controls, mLine, tool: 'look', frozen: null }, sector } as const;
    const does = actionFind(HELD_ACTIONS, event, { ...scene, mode: 'running' }, state);
    if (does?.type !== 'pose.move' && does?.type !== 'controls.set') return false;
    probe.send(does);
    return true;
  });
}
