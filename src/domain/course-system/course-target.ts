/** The file beside the page of a package for a course system; it says what is assigned. */
export const ASSIGNMENT_FILE = 'assigned.json';
/** Name of the element of such a page that says that there is one. */
export const ASSIGNMENT_META = 'batsign-assigned';

/** How a course system runs what it was given. `xapi` covers cmi5 and plain xAPI launches, told apart by the address. */
export const COURSE_TARGETS = ['scorm12', 'scorm2004', 'xapi'] as const;
export type CourseTarget = (typeof COURSE_TARGETS)[number];
