import { ITEM_COUNT } from './blueprint.ts';

/**
 * Right items that pass, of all in the form: what `npm run exams` gives by the method of contrasting groups on simulated learners
 * (docs/decisions/0021). Everybody is measured by the same, whoever else took the exam.
 */
export const PASS_RIGHT = 14;

/** The same in per cent of the items. */
export const PASS_PERCENT = (100 * PASS_RIGHT) / ITEM_COUNT;

/**
 * Wrong verdicts of the same command, per cent: of simulated learners who are not competent those that pass, and of the competent
 * those that fail.
 */
export const FALSE_PASS_PERCENT = 15;
export const FALSE_FAIL_PERCENT = 4;
