import { instance } from '@viz-js/viz';
import type { AnyStateMachine } from 'xstate';
import { analysisMachineCreate } from '../../src/pages/library/machine/analysis.ts';
import { libraryMachineCreate } from '../../src/pages/library/machine/library.ts';
import { importMachineCreate } from '../../src/pages/library/machine/library-import.ts';
import { playerMachineCreate } from '../../src/pages/library/machine/library-player.ts';
import { captureMachineCreate } from '../../src/parts/capture/machine/capture.ts';
import { scanMachineCreate } from '../../src/parts/console/machine/scan.ts';
import { markingMachine } from '../../src/parts/marking/machine/marking.ts';
import { outlineMachine } from '../../src/parts/outline/machine/outline.ts';
import { probeMachine } from '../../src/parts/probe/machine/probe-machine.ts';
import { scenarioMachineCreate } from '../../src/parts/session/machine/scenario-machine.ts';
import { sessionMachineCreate } from '../../src/parts/session/machine/session.ts';
import { machineDot } from './machine-dot.mjs';

/** A machine is drawn without being run, so that nothing of the outside is asked for. */
const NO_EFFECTS = {} as never;

const MACHINES: Readonly<Record<string, () => AnyStateMachine>> = {
  analysis: () => analysisMachineCreate(NO_EFFECTS),
  capture: () => captureMachineCreate(NO_EFFECTS),
  import: () => importMachineCreate(NO_EFFECTS),
  library: () => libraryMachineCreate(NO_EFFECTS),
  marking: () => markingMachine,
  outline: () => outlineMachine,
  player: () => playerMachineCreate(NO_EFFECTS),
  probe: () => probeMachine,
  scan: () => scanMachineCreate(NO_EFFECTS),
  scenario: () => scenarioMachineCreate(NO_EFFECTS),
  session: () => sessionMachineCreate(NO_EFFECTS),
};

/** The chart of every machine as SVG, by the machine's name. */
export async function machineCharts(): Promise<Readonly<Record<string, string>>> {
  const viz = await instance();
  return Object.fromEntries(
    Object.entries(MACHINES).map(([name, create]) => [
      name,
      viz.renderString(machineDot(create()), { format: 'svg' }),
    ]),
  );
}
