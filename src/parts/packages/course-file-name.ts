import type { CourseTarget } from '../../domain/course-system/course-target.ts';
import { fileStem } from '../../ui/file-stem.ts';

/** Of a package's file for a course system, which says for which. */
export function courseFileName(title: string, target: CourseTarget): string {
  const kind = { scorm12: 'scorm-1.2', scorm2004: 'scorm-2004', xapi: 'cmi5' }[target];
  return `${fileStem(title, 'package')}-${kind}.zip`;
}
