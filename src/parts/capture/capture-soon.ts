import { type ReadonlySignal, signal } from '@preact/signals';
import type { CaptureService } from './capture-service.ts';

/** The ultrasound scanner on a capture card, before anybody needs it and after. */
export interface CaptureSoon {
  /** Null until it was asked for and arrived. */
  readonly service: ReadonlySignal<CaptureService | null>;
  /** The same for whoever asks; after a failure the next one tries again. */
  load(): Promise<CaptureService>;
}

/** @param fetch makes it, with code that few need */
export function captureSoonCreate(fetch: () => Promise<CaptureService>): CaptureSoon {
  const service = signal<CaptureService | null>(null);
  let loading: Promise<CaptureService> | null = null;
  return {
    service,
    load() {
      loading ??= fetch()
        .then((made) => {
          service.value = made;
          return made;
        })
        .catch((error: unknown) => {
          loading = null;
          throw error;
        });
      return loading;
    },
  };
}
