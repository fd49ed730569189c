import { FIRST_LEARNER } from '../domain/learners/learner-list.ts';

/** Whose choice of a language it is, as `ui/words` wants it. */
export function learnerLanguage(key: string): string | null {
  return key === FIRST_LEARNER ? null : key;
}
