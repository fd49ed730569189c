import type { ScanControls } from '../../domain/scan/scan-controls.ts';
import { CONTROL_LIMITS, SCAN_PRESETS, type ScanPreset } from '../../domain/scan/scan-presets.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Knob } from '../../ui/knob.tsx';
import type { ProbeEvent } from '../probe/machine/probe-context.ts';
import { KNOB_ACTIONS } from './console-actions.ts';
import { KNOB_STEPS } from './knob-steps.ts';

const PRESET_TEXT: Readonly<Record<ScanPreset, string>> = {
  lung: 'Lung',
  abdomen: 'Abdomen',
  heart: 'Heart',
  superficial: 'Pleura, linear',
};

const signed = (db: number): string => `${db > 0 ? '+' : db < 0 ? '−' : ''}${Math.abs(db)} dB`;

/** The cart's controls: probe, preset, knobs and the eight sliders of time-gain compensation. */
export function MachinePanel({
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
        <legend>Probe</legend>
        <div class="probe-row">
          {(['convex', 'linear'] as const).map((one) => (
            <Choice
              key={one}
              name="probe"
              value={one}
              isChosen={one === probe}
              onPick={() => set({ probe: one })}
            >
              {one === 'convex' ? 'Convex' : 'Linear'}
            </Choice>
          ))}
        </div>
      </fieldset>
      <label class="machine-preset">
        <span>Preset</span>
        <select
          onChange={({ currentTarget }) => {
            const preset = SCAN_PRESETS.find((one) => one === currentTarget.value);
            if (preset !== undefined) send({ type: 'preset.pick', preset });
            currentTarget.value = '';
          }}
        >
          <option value="">Choose …</option>
          {SCAN_PRESETS.map((preset) => (
            <option key={preset} value={preset}>
              {PRESET_TEXT[preset]}
            </option>
          ))}
        </select>
      </label>
      <div class="knobs">
        <Knob
          label="Depth"
          value={depthMm}
          {...depth}
          step={KNOB_STEPS.depthMm}
          show={`${depthMm / 10} cm`}
          keys={actionShortcuts(KNOB_ACTIONS.depth)}
          onChange={(value) => set({ depthMm: value })}
        />
        <Knob
          label="Gain"
          value={gainDb}
          {...CONTROL_LIMITS.gainDb}
          step={KNOB_STEPS.gainDb}
          show={signed(gainDb)}
          keys={actionShortcuts(KNOB_ACTIONS.gain)}
          onChange={(value) => set({ gainDb: value })}
        />
        <Knob
          label="Focus"
          value={focusMm}
          least={CONTROL_LIMITS.focusMm.least}
          most={Math.min(depthMm, CONTROL_LIMITS.focusMm.most)}
          step={KNOB_STEPS.focusMm}
          show={`${(focusMm / 10).toFixed(1)} cm`}
          onChange={(value) => set({ focusMm: value })}
        />
        <Knob
          label="Frequency"
          value={frequencyMhz}
          {...frequency}
          step={KNOB_STEPS.frequencyMhz}
          show={`${frequencyMhz} MHz`}
          onChange={(value) => set({ frequencyMhz: value })}
        />
        <Knob
          label="Dyn. range"
          value={dynamicRangeDb}
          {...CONTROL_LIMITS.dynamicRangeDb}
          step={KNOB_STEPS.dynamicRangeDb}
          show={`${dynamicRangeDb} dB`}
          onChange={(value) => set({ dynamicRangeDb: value })}
        />
      </div>
      <fieldset class="tgc">
        <legend>
          Time gain by depth
          <button
            type="button"
            class="button-icon"
            aria-label="Level the time gain"
            disabled={isLevel}
            onClick={() => set({ tgcDb: [0, 0, 0, 0, 0, 0, 0, 0] })}
          >
            <Icon name="again" size={18} />
          </button>
        </legend>
        {tgcDb.map((db, slider) => (
          <Knob
            key={slider}
            label={`${(((slider + 0.5) * depthMm) / 80).toFixed(0)} cm`}
            value={db}
            {...CONTROL_LIMITS.tgcDb}
            step={KNOB_STEPS.tgcDb}
            show={signed(db)}
            onChange={(value) => send({ type: 'tgc.set', slider, db: value })}
          />
        ))}
      </fieldset>
    </div>
  );
}
