import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { enableProdMode, ready, setBackend } from '@tensorflow/tfjs-core';
import { FINDINGS } from '../domain/findings/finding.ts';
import type { ModelFiles } from '../network/model-files.ts';
import { type Model, modelRead } from '../network/model-read.ts';
import { type NetworkModel, networkBuild } from '../network/network-build.ts';
import { type NetworkSpecification, networkSpecificationRead } from '../network/network-specification.ts';
import { SegmenterError } from '../network/segmenter-error.ts';
import { errorText } from './shared/error-text.ts';

/** The folder of the shipped network. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../models/', import.meta.url));

const FILES = { specification: 'network.json', manifest: 'batsign-unet.json', weights: 'batsign-unet.bin' };

async function fileRead(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new SegmenterError('model-unreachable', {
      code: 'english',
      text: `${path} cannot be read; is the network there?`,
    });
  }
}

async function jsonRead(path: string): Promise<unknown> {
  const text = new TextDecoder().decode(await fileRead(path));
  try {
    return JSON.parse(text);
  } catch {
    throw new SegmenterError('model-manifest', { code: 'english', text: `${path} is no JSON.` });
  }
}

/** @throws SegmenterError `model-unreachable`, `model-manifest` or `network-specification`, naming the file. */
export async function specificationOpen(folder: string = MODELS_FOLDER): Promise<NetworkSpecification> {
  const json = await jsonRead(join(folder, FILES.specification));
  return fileNamed(folder, async () => networkSpecificationRead(json));
}

/** Names in an error of `read` the file that its code points at. */
async function fileNamed<Value>(folder: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SegmenterError)) throw error;
    const file =
      error.code === 'network-specification'
        ? FILES.specification
        : error.code === 'model-manifest'
          ? FILES.manifest
          : FILES.weights;
    throw new SegmenterError(error.code, {
      code: 'english',
      text: `${join(folder, file)}: ${errorText(error)}`,
    });
  }
}

/** The two files of a model, unread. */
export async function modelFilesOpen(folder: string = MODELS_FOLDER): Promise<ModelFiles> {
  const manifest = await jsonRead(join(folder, FILES.manifest));
  return { manifest, weights: await fileRead(join(folder, FILES.weights)) };
}

/** Starts tfjs on WebAssembly in Node (one thread, SIMD). */
export async function nodeBackendStart(): Promise<void> {
  const main = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  enableProdMode();
  setWasmPaths(dirname(main) + sep);
  if (!(await setBackend('wasm'))) {
    throw new SegmenterError('backend-missing', {
      code: 'english',
      text: 'WebAssembly does not run in this Node; try a current one.',
    });
  }
  await ready();
}

/**
 * Reads and checks a model's three files; what is wrong with one is said with its name.
 * @throws SegmenterError when they are missing, damaged, or not of one kind.
 */
export async function nodeModelRead(folder: string = MODELS_FOLDER): Promise<Model> {
  const specification = await specificationOpen(folder);
  const { manifest, weights } = await modelFilesOpen(folder);
  return fileNamed(folder, async () => {
    classesCheck(specification);
    return modelRead(specification, manifest, weights);
  });
}

/** Masks hold indices of FINDINGS: a network of other classes would be read as something else. */
function classesCheck({ classes }: NetworkSpecification): void {
  if (classes.join() === FINDINGS.join()) return;
  throw new SegmenterError('network-specification', {
    code: 'english',
    text: `The network knows the classes ${classes.join(', ')}, and this program ${FINDINGS.join(', ')}; take the network that belongs to it.`,
  });
}

/**
 * The shipped network in Node, about as fast as in a browser's worker; give it to `segmentFrame`.
 * @throws SegmenterError when the model's files are missing or damaged.
 */
export async function nodeNetworkOpen(
  folder: string = MODELS_FOLDER,
): Promise<{ readonly model: Model; readonly network: NetworkModel }> {
  const model = await nodeModelRead(folder);
  await nodeBackendStart();
  return { model, network: networkBuild(model.specification, model.weights, model.calibration) };
}
