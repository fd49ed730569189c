/** What the shell and the scanning console have to tell on their own account. */
export interface ShellMessages {
  /** No scenario of this id is in the game. */
  readonly scenarioMissing: { readonly id: string };
  /** No patient was opened at the console. */
  readonly patientMissing: Record<never, never>;
}
