import { useSignal } from '@preact/signals';
import { PATIENT_CONDITIONS } from '../../domain/scan/patient-request.ts';
import { CONDITION_LABEL } from '../../parts/probe/patient-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Knob } from '../../ui/knob.tsx';
import type { PatientWish } from './patient-wish.ts';

const SEED_MAX = 2 ** 32 - 1;

/** Who lies on the couch: what ails them, how they breathe, and the number by which the same one comes again. */
export function PatientPanel({
  wish,
  seed,
  onWish,
  onTake,
  onNew,
  onAgain,
}: {
  readonly wish: PatientWish;
  /** Number of the patient on the couch. */
  readonly seed: number;
  /** A wish that is still being made: a slider moves. */
  readonly onWish: (wish: PatientWish) => void;
  /** A wish that holds at once. */
  readonly onTake: (wish: PatientWish) => void;
  /** Another patient, as wished for. */
  readonly onNew: () => void;
  /** The patient of this number, as wished for. */
  readonly onAgain: (seed: number) => void;
}) {
  const { condition, bLinesPerSpace, breathsPerMinute, breathDepth } = wish;
  const typed = useSignal<string | null>(null);
  const number = typed.value ?? String(seed);
  const isNumber = /^\d+$/.test(number) && Number(number) <= SEED_MAX;
  return (
    <form
      class="patient"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNumber) return;
        typed.value = null;
        onAgain(Number(number));
      }}
    >
      <label class="field">
        <span>What ails the patient</span>
        <select
          value={condition}
          onChange={({ currentTarget }) => {
            const chosen = PATIENT_CONDITIONS.find((one) => one === currentTarget.value);
            onTake({ ...wish, condition: chosen ?? 'surprise' });
          }}
        >
          <option value="surprise">Surprise me</option>
          {PATIENT_CONDITIONS.map((one) => (
            <option key={one} value={one}>
              {CONDITION_LABEL[one]}
            </option>
          ))}
        </select>
      </label>
      <div class="knobs">
        {condition === 'interstitial' && (
          <Knob
            label="B-lines"
            value={bLinesPerSpace ?? 3}
            least={1}
            most={6}
            step={1}
            show={bLinesPerSpace === null ? 'any' : `${bLinesPerSpace} a space`}
            onChange={(value) => onWish({ ...wish, bLinesPerSpace: value })}
            onRest={(value) => onTake({ ...wish, bLinesPerSpace: value })}
          />
        )}
        <Knob
          label="Breaths"
          value={breathsPerMinute}
          least={6}
          most={40}
          step={1}
          show={`${breathsPerMinute} /min`}
          onChange={(value) => onWish({ ...wish, breathsPerMinute: value })}
          onRest={(value) => onTake({ ...wish, breathsPerMinute: value })}
        />
        <Knob
          label="Breath depth"
          value={breathDepth}
          least={0}
          most={2}
          step={0.1}
          show={breathDepth === 0 ? 'held' : `${Math.round(100 * breathDepth)} %`}
          onChange={(value) => onWish({ ...wish, breathDepth: value })}
          onRest={(value) => onTake({ ...wish, breathDepth: value })}
        />
      </div>
      <button type="button" class="button button-primary button-wide" onClick={onNew}>
        <Icon name="again" />
        New patient
      </button>
      <label class="field">
        <span>Patient number</span>
        <span class="row patient-number">
          <input
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={number}
            aria-invalid={!isNumber}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value.trim();
            }}
          />
          <button type="submit" class="button" disabled={!isNumber}>
            Take this one
          </button>
        </span>
      </label>
      <p class="small soft">
        {isNumber
          ? 'Choices hold at once. The same number and choices make the same patient again.'
          : `Type a whole number from 0 to ${SEED_MAX}.`}
      </p>
    </form>
  );
}
