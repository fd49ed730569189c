import { xmlText } from '../xml/xml-read.ts';
import type { CourseDescription } from './course-description.ts';

/** The name by which a course system looks for it. */
export const IMS_MANIFEST = 'imsmanifest.xml';

/** `imsmanifest.xml` of a package with one activity, for SCORM 1.2. */
export function scorm12Manifest(course: CourseDescription): string {
  const mastery =
    course.passScore === null ? '' : `<adlcp:masteryscore>${course.passScore}</adlcp:masteryscore>`;
  return manifest(course, {
    namespaces: [
      'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"',
      'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    ],
    version: '1.2',
    type: 'adlcp:scormtype="sco"',
    ofItem: mastery,
    ofOrganization: '',
  });
}

/** The same for SCORM 2004, 4th edition. */
export function scorm2004Manifest(course: CourseDescription): string {
  const measure =
    course.passScore === null
      ? ''
      : '<imsss:objectives><imsss:primaryObjective objectiveID="whole" satisfiedByMeasure="true">' +
        `<imsss:minNormalizedMeasure>${course.passScore / 100}</imsss:minNormalizedMeasure>` +
        '</imsss:primaryObjective></imsss:objectives>';
  // The page itself says what is done and passed: a course system that infers it would count a mere visit.
  const delivery = '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>';
  return manifest(course, {
    namespaces: [
      'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"',
      'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
      'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    ],
    version: '2004 4th Edition',
    type: 'adlcp:scormType="sco"',
    ofItem: `<imsss:sequencing>${measure}${delivery}</imsss:sequencing>`,
    ofOrganization: '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>',
  });
}

interface Edition {
  readonly namespaces: readonly string[];
  readonly version: string;
  readonly type: string;
  /** XML within the item. */
  readonly ofItem: string;
  readonly ofOrganization: string;
}

function manifest(
  { id, title, launch, files }: CourseDescription,
  { namespaces, version, type, ofItem, ofOrganization }: Edition,
): string {
  const listed = files.map((path) => `      <file href="${xmlText(addressOf(path))}"/>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="batsign-${id}" version="1" ${namespaces.join(' ')}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${version}</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${xmlText(title)}</title>
      <item identifier="activity" identifierref="game">
        <title>${xmlText(title)}</title>${ofItem}
      </item>${ofOrganization}
    </organization>
  </organizations>
  <resources>
    <resource identifier="game" type="webcontent" ${type} href="${xmlText(addressOf(launch))}">
${listed}
    </resource>
  </resources>
</manifest>
`;
}

function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
