import { sha256Hex } from '../../domain/digest/sha256.ts';
import { filePrintBytes } from '../../domain/frame/clip-used.ts';
import { StoreError } from './store-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Of a learner's file, in places of versions before 5: its name, its size and the hash of its beginning. */
interface FileNamed {
  readonly sizeBytes: number;
  readonly headSha256: string;
}

/**
 * The one place that versions before 4 kept, as the item `session`, unchecked: what is now a place's `state` was its
 * `resume`.
 *
 * @throws StoreError where it is none
 */
export function placeOfSession(stored: unknown): unknown {
  if (!fieldsIs(stored) || !fieldsIs(stored.state)) {
    const fault = 'The saved session is not an object with a state.';
    throw new StoreError('record_unsound', { code: 'recordUnsound', fault });
  }
  const { version, savedAtMs, state } = stored;
  return { scenarioId: state.scenarioId, version, savedAtMs, state: state.resume };
}

/**
 * A place, unchecked, in which what versions before 5 kept of a learner's file has become the one hash that the same
 * file is known again by; what was given where there is no such thing in it.
 */
export function placeUpdate(stored: unknown): unknown {
  if (!fieldsIs(stored) || !fieldsIs(stored.state) || !fieldsIs(stored.state.clip)) return stored;
  const { clip } = stored.state;
  if (!fileNamedIs(clip.file)) return stored;
  const { headSha256, sizeBytes } = clip.file;
  const bytes = filePrintBytes(bytesOfHex(headSha256), sizeBytes);
  const sha256 = sha256Hex(bytes);
  return { ...stored, state: { ...stored.state, clip: { ...clip, file: { sha256 } } } };
}

function fileNamedIs(value: unknown): value is FileNamed {
  if (!fieldsIs(value)) return false;
  const { headSha256, sizeBytes } = value;
  const isHash = typeof headSha256 === 'string' && /^[0-9a-f]{64}$/.test(headSha256);
  return isHash && Number.isSafeInteger(sizeBytes) && Number(sizeBytes) >= 0;
}

function fieldsIs(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function bytesOfHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
