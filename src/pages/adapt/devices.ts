import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BoundImages } from '../../domain/adaptation/network-images.ts';
import { bindingKey } from '../../domain/adaptation/network-images.ts';
import { useServices } from '../../parts/services.ts';
import { say } from '../../ui/words/say.ts';

/** Images that a network can be bound to, and what a person calls them. */
export interface NamedImages {
  readonly images: BoundImages;
  readonly key: string;
  readonly text: string;
}

/** Clips, and each device that was set up; more only where `known` has bindings of devices that are not. */
export function useBoundImages(): readonly NamedImages[] {
  const { store } = useServices();
  const devices = useSignal<readonly NamedImages[]>([]);
  useEffect(() => {
    store
      .then((opened) => opened.calibrationsLoad())
      .then((calibrations) => {
        devices.value = [...calibrations].map(([key, { width, height }]) =>
          named({ kind: 'device', key }, say('adapt.images.device', { width, height })),
        );
      })
      .catch((error: unknown) => console.warn(error));
  }, [store, devices]);
  return [named({ kind: 'clips' }, say('adapt.images.clips')), ...devices.value];
}

function named(images: BoundImages, text: string): NamedImages {
  return { images, key: bindingKey(images), text };
}
