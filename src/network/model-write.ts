import { sha256Hex } from '../domain/digest/sha256.ts';
import { float16Encode } from './float16.ts';
import type { ModelFiles } from './model-files.ts';
import type { Weights } from './model-read.ts';
import { networkShape } from './network-shape.ts';
import type { NetworkSpecification } from './network-specification.ts';
import { SegmenterError } from './segmenter-error.ts';

/**
 * The two files of a model as training/export.py writes them: float16, tensor after tensor in layer order, and a
 * manifest that says where each lies.
 * @param training facts for the manifest: where the weights come from
 * @throws SegmenterError `model-damaged` for values that are no finite float16.
 */
export async function modelWrite(
  specification: NetworkSpecification,
  input: unknown,
  weights: Weights,
  training: object,
): Promise<ModelFiles> {
  const tensors: { name: string; shape: readonly number[]; offset: number }[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const { name, shape } of networkShape(specification).weights) {
    const part = float16Encode(weights.get(name)!.values);
    // The exponent of infinity and NaN has all bits set.
    for (let at = 1; at < part.length; at += 2) {
      if ((part[at]! & 0x7c) !== 0x7c) continue;
      throw new SegmenterError('model-damaged', { code: 'tensorTooLarge', tensor: name });
    }
    tensors.push({ name, shape, offset });
    parts.push(part);
    offset += part.length;
  }
  const bytes = new Uint8Array(offset);
  for (const [index, part] of parts.entries()) bytes.set(part, tensors[index]!.offset);
  const sha256 = sha256Hex(bytes);
  const manifest = {
    network: 'network.json',
    input,
    dtype: 'float16',
    bytes: offset,
    sha256,
    tensors,
    training,
  };
  return { manifest, weights: bytes };
}
