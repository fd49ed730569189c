import type { AdaptedNetwork } from '../domain/adaptation/adapted-network.ts';
import type { ExamClip, LabelledFrame } from '../domain/adaptation/labelled-frame.ts';
import type { BoundImages } from '../domain/adaptation/network-images.ts';
import type { AdaptedFiles } from './tuner.ts';

/**
 * Keeps on this device what frames of its clips show by a person's word, networks that learnt from them, and which images
 * each of these labels. What cannot be read back is left out. Writing rejects with a CodedError.
 */
export interface NetworkStore {
  clipsList(): Promise<readonly ExamClip[]>;
  /** All clips that frames are taken of, in the place of those before. */
  clipsSave(clips: readonly ExamClip[]): Promise<void>;
  framesList(): Promise<readonly LabelledFrame[]>;
  frameSave(frame: LabelledFrame): Promise<void>;
  frameRemove(clipId: string, index: number): Promise<void>;
  /** Newest first. */
  networksList(): Promise<readonly AdaptedNetwork[]>;
  networkSave(network: AdaptedNetwork, files: AdaptedFiles): Promise<void>;
  /** Rejects with the fact `adaptedGone` where they are not there. */
  networkFiles(id: string): Promise<AdaptedFiles>;
  /** What it labelled is labelled by the network of the game again. */
  networkRemove(id: string): Promise<void>;
  /** Ids of networks, by `bindingKey` of what they label. */
  usesList(): Promise<ReadonlyMap<string, string>>;
  /** Null goes back to the network of the game. */
  useSet(images: BoundImages, id: string | null): Promise<void>;
  /** The network that labels such images; null for that of the game. */
  networkFor(images: BoundImages): Promise<AdaptedNetwork | null>;
  /** Leaves nothing. */
  eraseAll(): Promise<void>;
}
