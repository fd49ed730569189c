import type { ModelFiles } from '../../network/model-files.ts';

/** Which network runs where; each contender has a worker of its own, and one of them computes at a time. */
export interface Contender {
  readonly network: 'batsign-unet' | 'paper-unet';
  readonly runtime: 'tfjs-wasm' | 'onnxruntime-web' | 'litert' | 'litert-int8';
  readonly threads: number;
}

export type ToContender =
  | { readonly type: 'start'; readonly contender: Contender; readonly model: ModelFiles }
  /** Answers with the raw output for one input. */
  | { readonly type: 'answer'; readonly input: Float32Array<ArrayBuffer> }
  /** Runs so many frames and answers with their times. */
  | { readonly type: 'run'; readonly frames: number };

export type FromContender =
  | { readonly type: 'started' }
  /** tfjs and LiteRT answer channels last, onnxruntime-web channels first. */
  | { readonly type: 'answered'; readonly values: Float32Array }
  | { readonly type: 'ran'; readonly times: readonly number[] }
  | { readonly type: 'failed'; readonly sentence: string };
