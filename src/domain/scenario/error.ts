/** One thing that is wrong in a scenario file, and where. */
export interface ScenarioProblem {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is wrong and what to write instead, for an instructor. */
  readonly sentence: string;
}

/** A scenario file that cannot be played; `problems` come in the order of the file, at least one. */
export class ScenarioError extends Error {
  readonly code = 'scenario_invalid';
  readonly fileName: string;
  readonly problems: readonly ScenarioProblem[];

  constructor(fileName: string, problems: readonly ScenarioProblem[]) {
    super(
      problems.map(({ line, column, sentence }) => `${fileName}:${line}:${column}: ${sentence}`).join('\n'),
    );
    this.name = 'ScenarioError';
    this.fileName = fileName;
    this.problems = problems;
  }
}
