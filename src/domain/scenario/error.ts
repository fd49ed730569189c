import { CodedError } from '../errors/coded-error.ts';

/** One thing that is wrong in a scenario file, and where. */
export interface ScenarioProblem {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Says what is wrong and what to write instead, for an instructor. */
  readonly sentence: string;
}

/** A scenario file that cannot be played; `problems` come in the order of the file, at least one. */
export class ScenarioError extends CodedError<'scenario_invalid'> {
  override readonly name = 'ScenarioError';
  readonly fileName: string;
  readonly problems: readonly ScenarioProblem[];

  constructor(fileName: string, problems: readonly ScenarioProblem[]) {
    const text = problems.map(({ line, column, sentence }) => `${fileName}:${line}:${column}: ${sentence}`);
    super('scenario_invalid', { code: 'english', text: text.join('\n') });
    this.fileName = fileName;
    this.problems = problems;
  }
}
