/** A play of a draft. */
export interface DraftPlay {
  /** Which draft. */
  readonly draft: string;
  /** Place of the step that it begins with, from 0. */
  readonly from: number;
  /** Tells plays apart that begin alike: beside the form each one begins anew. */
  readonly run: number;
}

const PLAYED = 'draft_';

/** The scenario id under which a draft is played. */
export function draftPlayId(draft: string, from = 0, run = 0): string {
  return from === 0 && run === 0 ? `${PLAYED}${draft}` : `${PLAYED}${draft}.${from}.${run}`;
}

/** The play that a scenario id stands for; null for every other scenario. */
export function draftPlayRead(scenarioId: string): DraftPlay | null {
  if (!scenarioId.startsWith(PLAYED)) return null;
  const [draft = '', from = '0', run = '0'] = scenarioId.slice(PLAYED.length).split('.');
  const [first, count] = [Number(from), Number(run)];
  return draft !== '' && Number.isInteger(first) && Number.isInteger(count)
    ? { draft, from: first, run: count }
    : null;
}

/** The draft that is played under a scenario id; null for every other scenario. */
export function draftOfPlayId(scenarioId: string): string | null {
  return draftPlayRead(scenarioId)?.draft ?? null;
}
