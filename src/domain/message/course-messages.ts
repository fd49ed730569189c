type Nothing = Record<never, never>;

/** Of course systems that a page is opened by. */
export interface CourseMessages {
  readonly courseNone: Nothing;
  readonly courseRefused: Nothing;
  readonly courseSilent: Nothing;
  readonly courseNotSaved: Nothing;
  readonly courseSignedOut: Nothing;
  readonly courseBusy: Nothing;
  readonly courseUnreachable: Nothing;
  /** Statements that it will not take, whatever comes. */
  readonly courseStatementsRefused: { readonly count: number };
  readonly courseUnsound: Nothing;
}
