type Nothing = Record<never, never>;

/** Of a machine that is plugged in. */
export interface CaptureMessages {
  readonly deviceNotStarted: Nothing;
  readonly pictureNotRead: Nothing;
  readonly setupNotKept: Nothing;
  readonly imageNotStopped: Nothing;
  readonly clipKept: Nothing;
  readonly clipNotKept: Nothing;
  readonly liveNotRunning: Nothing;
}

/** Of a lesson that is played. */
export interface ScenarioMessages {
  readonly imageNotOpened: Nothing;
  readonly imageStopped: Nothing;
  readonly imageNotFrozen: Nothing;
  readonly keyNotMade: Nothing;
  readonly placeNotSought: Nothing;
  readonly markingStopped: Nothing;
  readonly marksNotGraded: Nothing;
  readonly goalUnreached: Nothing;
  /** A note: it is graded all the same. */
  readonly keyWithoutNetwork: Nothing;
  readonly keyByAdapted: { readonly name: string };
  /** `other` is the expert who has not marked the image. */
  readonly keyOfOneExpert: { readonly by: string; readonly other: string };
  readonly keyMissing: Nothing;
  readonly keyOfOtherClip: Nothing;
  readonly clipOfImageMissing: Nothing;
  readonly marksOfOtherSize: Nothing;
  readonly masksOfOtherSize: Nothing;
}

/** Messages of kept lessons, and of the list of them. */
export interface SessionMessages {
  /** By the lesson's title. */
  readonly placeOfNewer: { readonly title: string };
  readonly placeOutdated: { readonly title: string };
  readonly placeDamaged: Nothing;
  readonly placeDropped: Nothing;
  readonly placeNotKept: Nothing;
  readonly takeOverFailed: Nothing;
  readonly exerciseMissing: { readonly id: string };
  readonly exerciseNotLoaded: Nothing;
  readonly exerciseStopped: Nothing;
  readonly resultNotKept: Nothing;
  readonly answerNotKept: Nothing;
}

/** Of the library. */
export interface LibraryMessages {
  readonly clipsNotRead: Nothing;
  readonly clipNotChanged: Nothing;
  readonly clipImageNotShown: Nothing;
  readonly analysisNotRead: Nothing;
  readonly analysisBroken: Nothing;
  /** The file's name. */
  readonly fileNotRead: { readonly name: string };
  readonly fileWithoutImages: Nothing;
}

/** Messages of the machines, and of what runs for them. */
export interface MachineMessages extends CaptureMessages, ScenarioMessages, SessionMessages, LibraryMessages {
  /** Written by hand in English for those who use commands or write scenarios; it is told as it is. */
  readonly english: { readonly text: string };
  /** Of a patient who is scanned freely. */
  readonly scanStopped: Nothing;
  readonly patientMissing: Nothing;
  readonly networkNotLoaded: Nothing;
  readonly partMissing: Nothing;
  readonly partMissingOffline: Nothing;
  readonly screenWithoutParent: Nothing;
  readonly screenWithoutRenderer: Nothing;
}
