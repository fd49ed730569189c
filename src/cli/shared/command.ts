import { CodedError } from '../../domain/errors/coded-error.ts';
import { errorText } from './error-text.ts';

/** A fault of how a command was called or of what it was given; the sentence says what to do. */
export class CommandError extends CodedError<string> {
  override readonly name = 'CommandError';

  /** @param sentence in English, as all that commands print */
  constructor(code: string, sentence: string, options?: ErrorOptions) {
    super(code, { code: 'english', text: sentence }, options);
  }
}

/**
 * Whether an error says what its user can do: a coded error does, and so do those of Node, which are no coded errors
 * of ours (a file that is not there, an unknown option). One without a code is our own fault.
 */
export function errorIsCoded(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'code' in error;
}

/**
 * Runs a command: one clear sentence and exit code 2 for what its user can mend (any coded error, or arguments
 * that node:util's parseArgs refuses), the stack for what is our own fault.
 */
export async function commandStart(run: () => Promise<void> | void): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!errorIsCoded(error)) throw error;
    console.error(sentenceOf(errorText(error), String(error.code)));
    process.exitCode = 2;
  }
}

/** The first sentence alone of parseArgs' messages: they go on with advice that fits few commands. */
function sentenceOf(message: string, code: string): string {
  return code.startsWith('ERR_PARSE_ARGS') ? `${message.split('. ')[0]}.` : message;
}

/** A whole number from the command line. */
export function integerRead(text: string, option: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new CommandError(
    'bad-number',
    `--${option} must be a whole number from ${least} to ${most}, not "${text}".`,
  );
}

/** One of a few words from the command line. */
export function choiceRead<Choice extends string>(
  text: string,
  option: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw new CommandError('bad-choice', `--${option} must be one of ${choices.join(', ')}, not "${text}".`);
}

/** An option that has to be given. */
export function requiredRead(text: string | undefined, option: string, meaning: string): string {
  if (text !== undefined && text !== '') return text;
  throw new CommandError('missing-option', `Give --${option}: ${meaning}.`);
}
