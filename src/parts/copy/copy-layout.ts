import { NETWORK_FILES } from '../../domain/adaptation/network-file.ts';

/** File names of a saved copy, and of its parts in a zip. */
export const COPY_JSON = 'batsign-my-data.json';
export const COPY_ZIP = 'batsign-my-data.zip';

const CLIPS = 'clips';
const NETWORKS = 'networks';

/** Where a file of an adapted network lies in a zip. */
export function networkPartPath(id: string, name: 'manifest' | 'weights'): string {
  return `${NETWORKS}/${id}/${NETWORK_FILES[name]}`;
}

/** Where a file of a clip lies in a zip. */
export function clipPartPath(id: string, name: string): string {
  return `${CLIPS}/${id}/${name}`;
}

/** Of which clip a file in a zip is, and what it is called there; null where it is of none. */
export function clipPartRead(path: string): { readonly id: string; readonly name: string } | null {
  const [folder, id, name, ...more] = path.split('/');
  if (folder !== CLIPS || id === undefined || name === undefined || more.length > 0) return null;
  return { id, name };
}
