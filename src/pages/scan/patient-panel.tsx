import { useSignal } from '@preact/signals';
import { PATIENT_CONDITIONS } from '../../domain/scan/patient-request.ts';
import { Icon } from '../../ui/icon.tsx';
import { Knob } from '../../ui/knob.tsx';
import { say } from '../../ui/words/say.ts';
import type { PatientWish } from './patient-wish.ts';

const SEED_MAX = 2 ** 32 - 1;

/** The patient on the couch: what ails them, how they breathe, and the number by which the same one comes again. */
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
        <span>{say('scan.patient.condition')}</span>
        <select
          value={condition}
          onChange={({ currentTarget }) => {
            const chosen = PATIENT_CONDITIONS.find((one) => one === currentTarget.value);
            onTake({ ...wish, condition: chosen ?? 'surprise' });
          }}
        >
          <option value="surprise">{say('scan.patient.surprise')}</option>
          {PATIENT_CONDITIONS.map((one) => (
            <option key={one} value={one}>
              {say(`probe.conditions.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="knobs">
        {condition === 'interstitial' && (
          <Knob
            label={say('scan.patient.bLines')}
            value={bLinesPerSpace ?? 3}
            least={1}
            most={6}
            step={1}
            show={
              bLinesPerSpace === null
                ? say('scan.patient.bLinesAny')
                : say('scan.patient.bLinesPerSpace', { lines: bLinesPerSpace })
            }
            onChange={(value) => onWish({ ...wish, bLinesPerSpace: value })}
            onRest={(value) => onTake({ ...wish, bLinesPerSpace: value })}
          />
        )}
        <Knob
          label={say('scan.patient.breaths')}
          value={breathsPerMinute}
          least={6}
          most={40}
          step={1}
          show={say('scan.patient.perMinute', { breaths: breathsPerMinute })}
          onChange={(value) => onWish({ ...wish, breathsPerMinute: value })}
          onRest={(value) => onTake({ ...wish, breathsPerMinute: value })}
        />
        <Knob
          label={say('scan.patient.depth')}
          value={breathDepth}
          least={0}
          most={2}
          step={0.1}
          show={
            breathDepth === 0
              ? say('scan.patient.held')
              : say('scan.patient.percent', { percent: Math.round(100 * breathDepth) })
          }
          onChange={(value) => onWish({ ...wish, breathDepth: value })}
          onRest={(value) => onTake({ ...wish, breathDepth: value })}
        />
      </div>
      <button type="button" class="button button-primary button-wide" onClick={onNew}>
        <Icon name="again" />
        {say('scan.patient.another')}
      </button>
      <label class="field">
        <span>{say('scan.patient.number')}</span>
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
            {say('scan.patient.take')}
          </button>
        </span>
      </label>
      <p class="small soft">
        {isNumber ? say('scan.patient.note') : say('scan.patient.noteNumber', { most: SEED_MAX })}
      </p>
    </form>
  );
}
