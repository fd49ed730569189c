/** One encoded picture of a video file. */
export interface VideoSample {
  /** Where its bytes lie in the file. */
  readonly offset: number;
  readonly size: number;
  /** Presentation time, microseconds. */
  readonly timeUs: number;
  /** Whether it can be decoded without any other. */
  readonly isKey: boolean;
}

/** The pictures of a video file, in decoding order, and what a decoder needs to know. */
export interface VideoTrack {
  /** As in the WebCodecs registry, e.g. `avc1.64001f`. */
  readonly codec: string;
  /** Decoder configuration record (avcC, hvcC, av1C) where the codec has one. */
  readonly description: Uint8Array<ArrayBuffer> | null;
  readonly width: number;
  readonly height: number;
  readonly samples: readonly VideoSample[];
  /** Whether the file ends before its last picture does. */
  readonly isCutOff: boolean;
}
