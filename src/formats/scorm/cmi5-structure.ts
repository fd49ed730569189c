import { xmlText } from '../xml/xml-read.ts';
import type { CourseDescription } from './course-description.ts';

/** The name by which a course system looks for it. */
export const CMI5_STRUCTURE = 'cmi5.xml';

/** `cmi5.xml` of a package with one assignable unit. */
export function cmi5Structure({
  id,
  title,
  summary,
  language,
  launch,
  passScore,
}: CourseDescription): string {
  const said = (text: string): string =>
    `<langstring lang="${xmlText(language)}">${xmlText(text)}</langstring>`;
  const about = `<title>${said(title)}</title>
    <description>${said(summary === '' ? title : summary)}</description>`;
  const mastery = passScore === null ? '' : ` masteryScore="${passScore / 100}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="urn:uuid:${id}">
    ${about}
  </course>
  <au id="urn:uuid:${id}#unit" moveOn="CompletedAndPassed" launchMethod="AnyWindow"${mastery}>
    ${about}
    <url>${xmlText(launch)}</url>
  </au>
</courseStructure>
`;
}
