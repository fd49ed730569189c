import { sectorFit } from '../../../domain/geometry/sector.ts';
import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import type { FrameSource, MModeColumns, ProbeView, SourceFrame } from '../../../ports/frame-source.ts';
import { probeSector } from '../../../simulator/acoustics/grid.ts';
import { scannerProbe } from '../../../simulator/patient/scanner.ts';
import { HELD_NONE, heldAdd } from '../shared/held.ts';
import type { FromPatientWorker, ToPatientWorker } from '../shared/messages.ts';
import type { PhantomSourceError } from '../shared/phantom-source-error.ts';
import { examWorker, indexCheck } from './exam-worker.ts';

export interface PatientSourceOptions {
  /** Where the probe stands and how the machine is set at first. */
  readonly view: ProbeView;
  /** Side of the square images in pixels; 512 unless told otherwise. */
  readonly sizePx?: number;
  /** Told when the patient breaks down while running; a `freeze` under way rejects with the same error. */
  readonly onError?: (error: PhantomSourceError) => void;
  /** How long a simulator that ran may be silent; 15 s unless told otherwise, ms. */
  readonly silenceMs?: number;
  /** Another worker than the simulator's own. */
  readonly workerCreate?: () => Worker;
}

const SIZE_PX = 512;

function simulatorCreate(): Worker {
  return new Worker(new URL('../worker/patient.worker.ts', import.meta.url), {
    type: 'module',
    name: 'patient',
  });
}

/**
 * A virtual patient who is scanned by hand, simulated in a worker of its own.
 *
 * The newest pose and controls count from the next image on. `freeze()` gives the image that ran
 * last, or one more where probe or machine have been moved since; `freeze(index)`
 * one of the last 10 s as it was seen, from where the probe stood then, with its truth; any other index gives that
 * moment as seen from where the probe is now, and the M-mode as it would have run up to it where one is set. `play` goes on after the last image that ran. Otherwise as a phantom:
 * nothing is rendered while the page is hidden, each image's bytes belong to whoever receives them, and `freeze`
 * rejects with the same PhantomSourceErrors.
 */
export function patientSource(request: PatientRequest, options: PatientSourceOptions): FrameSource {
  let listener: ((shown: SourceFrame) => void) | null = null;
  let onColumns: ((columns: MModeColumns) => void) | null = null;
  const sizePx = options.sizePx ?? SIZE_PX;
  let held = HELD_NONE;

  const exam = examWorker<ToPatientWorker, FromPatientWorker>({
    worker: (options.workerCreate ?? simulatorCreate)(),
    onError: options.onError,
    silenceMs: options.silenceMs,
    onFrame({ shown, columns }) {
      // An image that was under way when another was frozen is held all the same: it is older than the frozen one.
      held = heldAdd(held, shown.index, shown.frame.timeMs);
      if (listener === null) return;
      if (columns !== null) onColumns?.(columns);
      listener(shown);
    },
    onFrozen({ columns }) {
      if (columns !== null) onColumns?.(columns);
    },
  });
  exam.send({ type: 'open', request, sizePx, view: options.view });

  const sendAlive = (message: ToPatientWorker): void => {
    if (exam.ended() === null) exam.send(message);
  };

  return {
    kind: 'patient',
    sectorAhead: (listener) => listener(sectorFit(probeSector(scannerProbe(options.view.controls)), sizePx)),
    seekable: null,
    live: null,
    steerable: {
      poseSet: (pose) => sendAlive({ type: 'pose', pose }),
      controlsSet: (controls) => sendAlive({ type: 'controls', controls }),
      mModeSet(lateral, next) {
        onColumns = lateral === null ? null : next;
        sendAlive({ type: 'm-mode', lateral });
      },
    },
    play(next) {
      if (exam.ended() !== null) return;
      listener = next;
      exam.send({ type: 'play' });
    },
    async freeze(index) {
      listener = null;
      if (index !== undefined) indexCheck(index);
      const frozen = await exam.ask((ticket) => ({ type: 'freeze', index: index ?? null, ticket }));
      if (frozen.index === held.first + held.timesMs.length) {
        held = heldAdd(held, frozen.index, frozen.frame.timeMs);
      }
      return frozen;
    },
    held: async () => held,
    close: exam.close,
  };
}
