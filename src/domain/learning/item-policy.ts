/** The chooser of an item: today's round, a course, a drill, an exam, or the learner. */
export const ITEM_POLICIES = ['round', 'course', 'drill', 'exam', 'learner'] as const;
export type ItemPolicy = (typeof ITEM_POLICIES)[number];
