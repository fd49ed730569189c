import { sha256Hex } from '../domain/digest/sha256.ts';
import { type CalibrationTables, calibrationRead } from './calibration.ts';
import { float16Decode } from './float16.ts';
import { layerRangesRead } from './layer-ranges.ts';
import { networkShape } from './network-shape.ts';
import type { NetworkSpecification } from './network-specification.ts';
import type { LayerRanges } from './quantisation.ts';
import { SegmenterError } from './segmenter-error.ts';

export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

/** Weights by name, e.g. `enc0_a.kernel` (HWIO) and `enc0_a.bias`. */
export type Weights = ReadonlyMap<string, Weight>;

/** One network, ready to be built. */
export interface Model {
  readonly specification: NetworkSpecification;
  readonly weights: Weights;
  /** Its calibration; null where nobody measured it. */
  readonly calibration: CalibrationTables | null;
  /** What its layers' outputs range over, by which it can compute in eight bits; null where nobody measured it. */
  readonly ranges: LayerRanges | null;
  /** Of the weights file, lower-case hexadecimal: names the model. */
  readonly sha256: string;
}

interface ManifestTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
}

interface Manifest {
  /** The input that the network was trained on, as models/network.json says it. */
  readonly input: unknown;
  readonly bytes: number;
  readonly sha256: string;
  readonly tensors: readonly ManifestTensor[];
  readonly calibration: unknown;
  readonly ranges: unknown;
}

const FLOAT16_BYTES = 2;

function manifestRead(json: unknown): Manifest {
  // In English, for who makes the file.
  const wrong = (fault: string) =>
    new SegmenterError('model-manifest', { code: 'modelManifestWrong', fault });
  if (typeof json !== 'object' || json === null) throw wrong('it is not a JSON object.');
  const { dtype, bytes, sha256, tensors, input, calibration, ranges } = json as Record<string, unknown>;
  if (dtype !== 'float16') throw wrong(`weights must be "float16", not ${JSON.stringify(dtype)}.`);
  if (!Number.isSafeInteger(bytes)) throw wrong('"bytes" is not a whole number.');
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
    throw wrong('"sha256" is not a checksum.');
  if (!Array.isArray(tensors)) throw wrong('"tensors" is not a list.');
  const table = tensors.map((tensor: unknown, index) => {
    const { name, shape, offset } = (tensor ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || !Array.isArray(shape) || !Number.isSafeInteger(offset)) {
      throw wrong(`entry ${index} of "tensors" lacks a name, shape or offset.`);
    }
    return { name, shape: shape as readonly number[], offset: offset as number };
  });
  return { input, bytes: bytes as number, sha256, tensors: table, calibration, ranges };
}

/** Weights for another raster fit in shape, and would answer nonsense. */
function inputCheck({ name, input }: NetworkSpecification, found: unknown): void {
  const { geometry, height, width } = (found ?? {}) as Record<string, unknown>;
  if (geometry === input.geometry && height === input.height && width === input.width) return;
  throw new SegmenterError('model-mismatch', {
    code: 'modelInputMismatch',
    network: name,
    trained: String(geometry),
    trainedSize: `${String(height)} x ${String(width)}`,
    wanted: input.geometry,
    wantedSize: `${input.height} x ${input.width}`,
  });
}

function weightsDecode(
  specification: NetworkSpecification,
  manifest: Manifest,
  bytes: Uint8Array<ArrayBuffer>,
): Weights {
  const entries = new Map(manifest.tensors.map((tensor) => [tensor.name, tensor]));
  const wanted = networkShape(specification).weights;
  if (entries.size !== wanted.length) {
    throw new SegmenterError('model-mismatch', {
      code: 'modelTensorsMismatch',
      tensors: entries.size,
      network: specification.name,
      wanted: wanted.length,
    });
  }
  const weights = new Map<string, Weight>();
  for (const { name, shape } of wanted) {
    const entry = entries.get(name);
    if (entry === undefined || entry.shape.join() !== shape.join()) {
      const needed = { tensor: name, network: specification.name, wanted: shape.join('x') };
      throw new SegmenterError(
        'model-mismatch',
        entry === undefined
          ? { code: 'modelTensorMissing', ...needed }
          : { code: 'modelTensorMismatch', ...needed, shape: entry.shape.join('x') },
      );
    }
    const count = shape.reduce((product, size) => product * size, 1);
    if (entry.offset < 0 || entry.offset + count * FLOAT16_BYTES > bytes.length) {
      throw new SegmenterError('model-manifest', { code: 'modelTensorOutside', tensor: name });
    }
    const values = float16Decode(bytes, entry.offset, count);
    if (!values.every(Number.isFinite)) {
      throw new SegmenterError('model-damaged', { code: 'modelTensorUnsound', tensor: name });
    }
    weights.set(name, { shape, values });
  }
  return weights;
}

/**
 * Reads a model: checks the weights against their manifest (length, SHA-256, tensor table, finite values) and
 * decodes them.
 *
 * @param specification what models/network.json says.
 * @param manifestJson the parsed models/batsign-unet.json.
 * @param bytes the content of models/batsign-unet.bin: little-endian float16.
 * @throws SegmenterError `model-manifest`, `model-damaged`, `model-mismatch` or `network-specification`.
 */
export async function modelRead(
  specification: NetworkSpecification,
  manifestJson: unknown,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Model> {
  const manifest = manifestRead(manifestJson);
  if (bytes.length !== manifest.bytes) {
    throw new SegmenterError('model-damaged', {
      code: 'modelCutOff',
      bytes: bytes.length,
      wanted: manifest.bytes,
    });
  }
  if (sha256Hex(bytes) !== manifest.sha256) {
    throw new SegmenterError('model-damaged', { code: 'modelDamaged' });
  }
  inputCheck(specification, manifest.input);
  return {
    specification,
    weights: weightsDecode(specification, manifest, bytes),
    calibration: calibrationRead(manifest.calibration, specification.classes),
    ranges: layerRangesRead(manifest.ranges),
    sha256: manifest.sha256,
  };
}
