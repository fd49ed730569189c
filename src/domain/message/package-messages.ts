type Nothing = Record<never, never>;
interface Part {
  /** Where it lies in the package. */
  readonly path: string;
}

/** Why a file is no package that can be taken here. */
export interface PackageMessages {
  /** It holds no manifest. */
  readonly packageNone: Nothing;
  /** Its manifest is not what a manifest is. */
  readonly packageUnsound: Nothing;
  readonly packageNewer: Nothing;
  readonly packageLarge: { readonly megabytes: number; readonly most: number };
  readonly packageFull: { readonly parts: number; readonly most: number };
  readonly packagePartMissing: Part;
  /** Its bytes are not those that the manifest was made of. */
  readonly packagePartChanged: Part;
  /** The manifest does not name it, or by no name that a part can have. */
  readonly packagePartUnknown: Part;
  /** `fault`: what is wrong, as for an author, in English. */
  readonly packageScenario: Part & { readonly fault: string };
  /** A text in another language has no scenario of its own. */
  readonly packageTextsAlone: Part;
  readonly packageClipDamaged: Part;
  /** A scenario that is to be handed out plays it, and the library has it no longer. `path`: that of the scenario. */
  readonly packageClipGone: Part;
  /** The browser keeps nothing. */
  readonly packagesNotKept: Nothing;
  readonly packageNotFetched: { readonly address: string };
  /** There is no list of the game's files: it is served from its sources. */
  readonly gameUnbuilt: Nothing;
  /** A file of the game is missing, or is not what was built. */
  readonly gameChanged: Part;
}
