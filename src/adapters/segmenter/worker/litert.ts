import litertFactory from 'virtual:litert-script';
import { type CompiledModel, loadAndCompile, loadLiteRt, supportsFeature, Tensor } from '@litertjs/core';
import litertUrl from '@litertjs/core/wasm/litert_wasm_internal.wasm?url';
import type { Model } from '../../../network/model-read.ts';
import type { NetworkPass } from '../../../network/network-build.ts';
import { networkShape } from '../../../network/network-shape.ts';
import { blocksFromRaster, headLayout } from '../../../network/raster-blocks.ts';
import { tfliteWrite } from '../../../network/tflite/tflite-write.ts';

/** LiteRT's own names in a worker's global scope. */
interface LitertScope {
  importScripts: (url: string) => void;
  Module: { locateFile(file: string): string; print(line: string): void; printErr(line: string): void };
  ModuleFactory: unknown;
}

/** Whether this browser runs LiteRT's quick kernels: relaxed SIMD, of which the eight-bit products are. */
export const litertRuns = (): Promise<boolean> => supportsFeature('relaxedSimd');

/** LiteRT loads its script by `importScripts`, which a module worker has not: here it is bundled with the worker. */
async function litertLoad(): Promise<void> {
  const scope = self as unknown as LitertScope;
  scope.importScripts = () => {
    scope.ModuleFactory = litertFactory;
  };
  scope.Module = {
    locateFile: () => new URL(litertUrl, import.meta.url).href,
    // It tells each step of its start; what goes wrong it throws.
    print() {},
    printErr() {},
  };
  await loadLiteRt('litert.js');
}

/** The layers between the rearrangement of the image and that of the answer. */
function layersBetween({ layers }: Model['specification']): { first: string; last: string; block: number } {
  const [stem] = layers;
  const tail = layers.at(-1);
  if (stem?.op !== 'space_to_depth' || tail?.op !== 'depth_to_space' || stem.block !== tail.block)
    throw new Error('The network begins and ends with no rearrangement.');
  return { first: stem.name, last: tail.from[0]!, block: stem.block };
}

/**
 * The network in LiteRT on one thread: in eight bits where the ranges of its layers are known, else in floats. LiteRT is
 * loaded once for each worker.
 */
export async function litertNetwork(model: Model): Promise<NetworkPass> {
  const { specification, calibration } = model;
  const { first, last, block } = layersBetween(specification);
  const { height, width, channels } = specification.input;
  const file = tfliteWrite(specification, model.weights, first, last, model.ranges);
  const shape = [1, ...networkShape(specification).shapes.get(first)!];
  await litertLoad();
  const compiled: CompiledModel = await loadAndCompile(file, { accelerator: 'wasm' });
  const layout = headLayout(height, width, block, specification.classes.length);
  return {
    specification,
    calibration,
    isEightBit: model.ranges !== null,
    async head(input) {
      const given = new Tensor(blocksFromRaster(input, height, width, block, channels), shape);
      const [answer] = await compiled.run([given]);
      given.delete();
      const values = answer!.toTypedArray() as Float32Array;
      answer!.delete();
      return { values, ...layout };
    },
    dispose: () => compiled.delete(),
  };
}
