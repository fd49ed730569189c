import type { LearnerList, PinHash } from '../domain/learners/learner-list.ts';

export type { LearnerList, PinHash };

/** Keeps who learns on this machine, beside the databases of each. */
export interface LearnerListKept {
  /** Whether the browser keeps it: not where storage is blocked, and then there is one learner alone. */
  readonly isKept: boolean;
  /** As it is now; other pages may have changed it. */
  read(): LearnerList;
  /**
   * Changes what is kept now, and gives it.
   *
   * @throws CodedError `learners_not_kept`; `newer_version` where a newer version of the game wrote it
   */
  change(by: (list: LearnerList) => LearnerList): LearnerList;
  /** Keys of the learners whose databases lie in this browser; none where it does not tell. */
  databasesFind(): Promise<readonly string[]>;
  /** `onChange` is told when another page changed the list. */
  listen(onChange: () => void): void;
  /** Whether this page, also when loaded anew, was let in by a learner's PIN. */
  isLetIn(key: string): boolean;
  letIn(key: string): void;
}

/** Makes and checks hashes of PINs. */
export interface Pins {
  /** Not on a page that came over plain http. */
  readonly isPossible: boolean;
  hash(pin: string): Promise<PinHash>;
  check(pin: string, kept: PinHash): Promise<boolean>;
}
