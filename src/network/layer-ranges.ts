import type { LayerRange, LayerRanges } from './quantisation.ts';
import { SegmenterError } from './segmenter-error.ts';

// In English, for who makes the file.
const wrong = (fault: string) =>
  new SegmenterError('model-manifest', { code: 'modelManifestWrong', fault: `"ranges": ${fault}` });

function rangeRead(layer: string, json: unknown): LayerRange {
  const [least, greatest] = Array.isArray(json) && json.length === 2 ? (json as unknown[]) : [];
  if (typeof least === 'number' && typeof greatest === 'number' && least <= greatest)
    return [least, greatest];
  throw wrong(`that of "${layer}" is no pair of numbers, the lesser one first.`);
}

/**
 * What the outputs of a network's layers ranged over where it was measured, as the model's manifest says it; null where
 * nobody measured it.
 * @throws SegmenterError `model-manifest`
 */
export function layerRangesRead(json: unknown): LayerRanges | null {
  if (json === undefined) return null;
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw wrong('it is no table of layers.');
  return new Map(Object.entries(json).map(([layer, range]) => [layer, rangeRead(layer, range)]));
}
