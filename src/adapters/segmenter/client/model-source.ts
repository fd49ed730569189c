import type { ModelFiles } from '../../../network/model-files.ts';
import { SegmenterError } from '../../../network/segmenter-error.ts';

/**
 * Fetches or otherwise gives a model's two files; `progress` gets shares 0-1. `isAfresh` after files that could not
 * be used: they must not come from the browser's cache once more.
 */
export type ModelSource = (progress: (share: number) => void, isAfresh: boolean) => Promise<ModelFiles>;

function unreachable(): SegmenterError {
  return new SegmenterError('model-unreachable', { code: 'modelUnreachable' });
}

async function responseOf(url: URL, isAfresh: boolean): Promise<Response> {
  const response = await fetch(url, { cache: isAfresh ? 'reload' : 'default' }).catch(() => null);
  if (response === null || !response.ok) throw unreachable();
  return response;
}

async function manifestFetch(url: URL, isAfresh: boolean): Promise<unknown> {
  const response = await responseOf(url, isAfresh);
  try {
    return await response.json();
  } catch {
    // A host that answers every address with a page, where the file is missing.
    throw unreachable();
  }
}

/** Size that the manifest announces; only the progress depends on it, the check of the bytes is `modelRead`'s. */
function announcedBytes(manifest: unknown): number {
  const bytes = (manifest as { bytes?: unknown } | null)?.bytes;
  return typeof bytes === 'number' && bytes > 0 ? bytes : Number.POSITIVE_INFINITY;
}

/** A model that lies at two addresses. */
function modelAt(manifestUrl: URL, weightsUrl: URL): ModelSource {
  return async (progress, isAfresh) => {
    const manifest = await manifestFetch(manifestUrl, isAfresh);
    const expected = announcedBytes(manifest);
    const { body } = await responseOf(weightsUrl, isAfresh);
    const parts: Uint8Array[] = [];
    let received = 0;
    const reader = body?.getReader();
    for (;;) {
      const part = await reader?.read().catch(() => {
        throw unreachable();
      });
      if (part?.value === undefined) break;
      parts.push(part.value);
      received += part.value.length;
      progress(Math.min(1, received / expected));
    }
    const weights = new Uint8Array(received);
    let at = 0;
    for (const part of parts) {
      weights.set(part, at);
      at += part.length;
    }
    return { manifest, weights };
  };
}

/** The model that is bundled with the game. */
export const modelShipped: ModelSource = (progress, isAfresh) =>
  modelAt(
    new URL('../../../../models/batsign-unet.json', import.meta.url),
    new URL('../../../../models/batsign-unet.bin', import.meta.url),
  )(progress, isAfresh);
