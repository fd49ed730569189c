type Nothing = Record<never, never>;

/** Of files of a model, which those who make networks read: `fault` is in English. */
export interface ModelMessages {
  readonly modelUnreachable: Nothing;
  readonly modelCalibrationWrong: { readonly fault: string };
  readonly modelManifestWrong: { readonly fault: string };
  readonly networkSpecificationWrong: { readonly fault: string };
  /** `trained` and `wanted` are geometries by their names in the files, each with its size in pixels. */
  readonly modelInputMismatch: {
    readonly network: string;
    readonly trained: string;
    readonly trainedSize: string;
    readonly wanted: string;
    readonly wantedSize: string;
  };
  readonly modelTensorsMismatch: {
    readonly tensors: number;
    readonly network: string;
    readonly wanted: number;
  };
  readonly modelTensorMissing: { readonly tensor: string; readonly network: string; readonly wanted: string };
  readonly modelTensorMismatch: {
    readonly tensor: string;
    readonly shape: string;
    readonly network: string;
    readonly wanted: string;
  };
  readonly modelTensorOutside: { readonly tensor: string };
  readonly modelTensorUnsound: { readonly tensor: string };
  readonly modelCutOff: { readonly bytes: number; readonly wanted: number };
  readonly modelDamaged: Nothing;
  readonly tensorTooLarge: { readonly tensor: string };
  readonly networkOperationMissing: { readonly layer: string; readonly operation: string };
  readonly networkRasterMismatch: { readonly pixels: number; readonly wanted: number };
}

export interface FrameMessages {
  readonly frameCutOff: { readonly levels: number; readonly width: number; readonly height: number };
  readonly frameSectorUnsound: Nothing;
  readonly frameSectorOutside: Nothing;
  readonly frameOfNoKind: Nothing;
}

/** Of the network's adaptation to frames of one's own. */
export interface TuningMessages {
  readonly tuningWithoutLayers: { readonly network: string };
  readonly tuningLayerFixed: { readonly layer: string; readonly network: string; readonly operation: string };
  readonly tuningFramesFew: { readonly frames: number; readonly exams: number; readonly least: number };
  readonly tuningWithoutFindings: Nothing;
  readonly tuningDiverged: Nothing;
  /** The worker that learns broke down, or said nothing for long. */
  readonly tuningCrashed: Nothing;
  readonly tuningMaskSize: {
    readonly maskWidth: number;
    readonly maskHeight: number;
    readonly width: number;
    readonly height: number;
  };
  readonly tuningMaskValue: { readonly value: number; readonly last: number };
}

/** Of networks that were adapted, as they are kept and handed on. */
export interface AdaptedMessages {
  readonly adaptedNotKept: Nothing;
  readonly adaptedGone: Nothing;
  /** Labels of a frame. */
  readonly labelsNotKept: Nothing;
  readonly adaptedFileNone: Nothing;
  readonly adaptedFileNewer: Nothing;
  readonly adaptedFileLarge: { readonly megabytes: number; readonly most: number };
  readonly adaptedFileWrong: Nothing;
  readonly adaptedFileDamaged: { readonly file: string };
}

/** Messages of the network: its loading, its running, its tuning. */
export interface NetworkMessages extends ModelMessages, FrameMessages, TuningMessages, AdaptedMessages {
  /** Nothing came of its files for as long as one waits. */
  readonly networkSilent: Nothing;
  readonly networkShutDown: Nothing;
  readonly networkCrashed: Nothing;
  readonly networkBackendMissing: Nothing;
  readonly networkAnswerUnsound: Nothing;
  /** It cannot draw pictures outside of the page. */
  readonly browserDrawsNot: Nothing;
}
