type Nothing = Record<never, never>;

/** Of recordings that are opened: files, and what lies in them. */
export interface ClipMessages {
  readonly fileNotChosen: Nothing;
  readonly fileOfNoKind: { readonly name: string };
  /** Nothing of use in one file, such as a zip, or in several: `others` is how many more. */
  readonly filesWithoutClip: { readonly name: string };
  readonly filesWithoutClipSeveral: { readonly name: string; readonly others: number };
  readonly browserWithoutCanvas: Nothing;
  readonly pictureDamaged: { readonly kind: 'PNG' | 'JPEG' };
  readonly pictureOfSeveralDamaged: { readonly kind: 'PNG' | 'JPEG'; readonly name: string };
  readonly picturesDiffer: Nothing;
  readonly imageOfFileDamaged: Nothing;
  readonly videoDamaged: Nothing;
  readonly videoCutOff: Nothing;
  readonly videoWithoutPictures: Nothing;
  readonly decoderMissing: Nothing;
  readonly codecUnsupported: { readonly codec: string };
  /** Notes: the rest is opened. */
  readonly videoBeginLeftOut: { readonly count: number };
  readonly videoScaled: Nothing;
  readonly videoShapeChanges: { readonly kept: number; readonly all: number };
  readonly zipWorkerCrashed: Nothing;
  readonly dicomWorkerCrashed: Nothing;
}

/** Of clips that are kept. */
export interface RecordsMessages {
  readonly clipStorageFull: Nothing;
  readonly clipBusy: Nothing;
  readonly clipMissing: Nothing;
  readonly clipNotSaved: Nothing;
  readonly clipNotRead: Nothing;
  readonly clipsForgotten: Nothing;
  readonly recordsCrashed: Nothing;
  readonly analysisUnfit: Nothing;
  readonly clipOfCopyDamaged: Nothing;
  readonly clipNotWritten: Nothing;
  readonly clipDescriptionDamaged: Nothing;
  readonly clipCutOff: Nothing;
  /** Counted from 1. */
  readonly clipImageDamaged: { readonly image: number };
  readonly clipWithoutImages: Nothing;
  readonly clipImagesUnsound: Nothing;
  readonly masksFailed: Nothing;
}

/** Messages of the store, which keeps what is known of a learner. */
export interface StoreMessages {
  /** The fault of a record, in English: nobody reads it but who mends the game. */
  readonly recordUnsound: { readonly fault: string };
  readonly storeForgotten: Nothing;
  readonly storeOfNewer: Nothing;
  readonly storeNewer: Nothing;
  readonly storeFull: Nothing;
  readonly storeNotWritten: Nothing;
  readonly storeNotRead: Nothing;
  readonly placeTaken: Nothing;
  readonly copyUnsound: Nothing;
  readonly copyNewer: Nothing;
  readonly learnersNotKept: Nothing;
  readonly eraseBlocked: Nothing;
}

/** Of an ultrasound machine that is plugged in. */
export interface CameraMessages {
  readonly cameraUnsupported: Nothing;
  readonly cameraRefused: Nothing;
  readonly cameraNone: Nothing;
  readonly cameraBusy: Nothing;
  readonly cameraSize: Nothing;
  readonly cameraFailed: Nothing;
  readonly cameraSilent: Nothing;
  readonly cameraClosed: Nothing;
  readonly cameraIndex: Nothing;
  readonly liveBlack: Nothing;
  readonly liveSilent: Nothing;
  readonly liveHidden: Nothing;
  readonly liveResized: Nothing;
  readonly liveLost: Nothing;
}

export interface PhantomMessages {
  readonly phantomFailed: Nothing;
  readonly phantomCrashed: Nothing;
  readonly phantomClosed: Nothing;
  readonly phantomIndex: { readonly index: number };
  readonly itemNotDrawn: { readonly tries: number };
}

/** Messages of the browser's side of the ports: store, clips, camera, simulator and the like. */
export interface AdapterMessages
  extends ClipMessages,
    RecordsMessages,
    StoreMessages,
    CameraMessages,
    PhantomMessages {
  readonly draftNotKept: Nothing;
}
