import { CodedError } from '../domain/errors/coded-error.ts';

/** A part of the game did not arrive. */
export class PartMissingError extends CodedError<'part_missing'> {
  override readonly name = 'PartMissingError';

  constructor(cause: unknown) {
    super('part_missing', { code: navigator.onLine ? 'partMissing' : 'partMissingOffline' }, { cause });
  }
}

/** How long after a failure the part is asked for once more, ms, and after the next. */
const PAUSES_MS = [500, 2000];

/**
 * Loads a part of the game, again where it does not arrive at once.
 *
 * @param load a dynamic import
 * @throws PartMissingError where it does not arrive in three tries
 */
export async function partLoad<Part>(load: () => Promise<Part>): Promise<Part> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await load();
    } catch {
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  }
  try {
    return await load();
  } catch (cause) {
    throw new PartMissingError(cause);
  }
}
