/** Images that a network labels: simulated ones, recorded clips, or those of a device (by what its calibration is kept under). */
export type NetworkImages =
  | { readonly kind: 'simulated' }
  | { readonly kind: 'clips' }
  | { readonly kind: 'device'; readonly key: string };

/** Images that a network can be bound to; simulated ones are always labelled by the network that is shipped. */
export type BoundImages = Exclude<NetworkImages, { readonly kind: 'simulated' }>;

const DEVICE = 'device ';

/** As a binding is kept. */
export function bindingKey(images: BoundImages): string {
  return images.kind === 'clips' ? 'clips' : DEVICE + images.key;
}

/** Null for what is no binding. */
export function bindingRead(key: string): BoundImages | null {
  if (key === 'clips') return { kind: 'clips' };
  return key.startsWith(DEVICE) ? { kind: 'device', key: key.slice(DEVICE.length) } : null;
}
