import type { ScanControls } from '../../domain/scan/scan-controls.ts';
import { CONTROL_LIMITS, SCAN_PRESETS } from '../../domain/scan/scan-presets.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Knob } from '../../ui/knob.tsx';
import { say } from '../../ui/words/say.ts';
import type { ProbeEvent } from '../probe/machine/probe-context.ts';
import { KNOB_ACTIONS } from './console-actions.ts';
import { KNOB_STEPS } from './knob-steps.ts';

function dbText(db: number): string {
  if (db === 0) return say('console.machine.db', { db: 0 });
  return say(db > 0 ? 'console.machine.more' : 'console.machine.less', { db: Math.abs(db) });
}

/** The scanner's controls: probe, preset, knobs and the eight sliders of time-gain compensation. */
export function ControlsPanel({
  controls,
  send,
}: {
  readonly controls: ScanControls;
  readonly send: (event: ProbeEvent) => void;
}) {
  const { probe, depthMm, gainDb, focusMm, frequencyMhz, dynamicRangeDb, tgcDb } = controls;
  const set = (change: Partial<ScanControls>): void => send({ type: 'controls.set', controls: change });
  const depth = CONTROL_LIMITS.depthMm[probe];
  const frequency = CONTROL_LIMITS.frequencyMhz[probe];
  const isLevel = tgcDb.every((db) => db === 0);
  return (
    <div class="machine">
      <fieldset class="picker">
        <legend>{say('console.machine.probe')}</legend>
        <div class="probe-row">
          {(['convex', 'linear'] as const).map((one) => (
            <Choice
              key={one}
              name="probe"
              value={one}
              isChosen={one === probe}
              onPick={() => set({ probe: one })}
            >
              {say(`console.machine.probes.${one}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <label class="machine-preset">
        <span>{say('console.machine.preset')}</span>
        <select
          onChange={({ currentTarget }) => {
            const preset = SCAN_PRESETS.find((one) => one === currentTarget.value);
            if (preset !== undefined) send({ type: 'preset.pick', preset });
            currentTarget.value = '';
          }}
        >
          <option value="">{say('console.machine.choose')}</option>
          {SCAN_PRESETS.map((preset) => (
            <option key={preset} value={preset}>
              {say(`console.machine.presets.${preset}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="knobs">
        <Knob
          label={say('console.machine.depth')}
          value={depthMm}
          {...depth}
          step={KNOB_STEPS.depthMm}
          show={say('console.machine.depthCm', { cm: depthMm / 10 })}
          keys={actionShortcuts(KNOB_ACTIONS.depth)}
          onChange={(value) => set({ depthMm: value })}
        />
        <Knob
          label={say('console.machine.gain')}
          value={gainDb}
          {...CONTROL_LIMITS.gainDb}
          step={KNOB_STEPS.gainDb}
          show={dbText(gainDb)}
          keys={actionShortcuts(KNOB_ACTIONS.gain)}
          onChange={(value) => set({ gainDb: value })}
        />
        <Knob
          label={say('console.machine.focus')}
          value={focusMm}
          least={CONTROL_LIMITS.focusMm.least}
          most={Math.min(depthMm, CONTROL_LIMITS.focusMm.most)}
          step={KNOB_STEPS.focusMm}
          show={say('console.machine.cm', { cm: focusMm / 10 })}
          onChange={(value) => set({ focusMm: value })}
        />
        <Knob
          label={say('console.machine.frequency')}
          value={frequencyMhz}
          {...frequency}
          step={KNOB_STEPS.frequencyMhz}
          show={say('console.machine.mhz', { mhz: frequencyMhz })}
          onChange={(value) => set({ frequencyMhz: value })}
        />
        <Knob
          label={say('console.machine.dynamicRange')}
          value={dynamicRangeDb}
          {...CONTROL_LIMITS.dynamicRangeDb}
          step={KNOB_STEPS.dynamicRangeDb}
          show={say('console.machine.db', { db: dynamicRangeDb })}
          onChange={(value) => set({ dynamicRangeDb: value })}
        />
      </div>
      <fieldset class="tgc">
        <legend>
          {say('console.machine.timeGain')}
          <button
            type="button"
            class="button-icon"
            aria-label={say('console.machine.level')}
            disabled={isLevel}
            onClick={() => set({ tgcDb: [0, 0, 0, 0, 0, 0, 0, 0] })}
          >
            <Icon name="again" size={18} />
          </button>
        </legend>
        {tgcDb.map((db, slider) => (
          <Knob
            key={slider}
            label={say('console.machine.wholeCm', { cm: ((slider + 0.5) * depthMm) / 80 })}
            value={db}
            {...CONTROL_LIMITS.tgcDb}
            step={KNOB_STEPS.tgcDb}
            show={dbText(db)}
            onChange={(value) => send({ type: 'tgc.set', slider, db: value })}
          />
        ))}
      </fieldset>
    </div>
  );
}
