import { expect, test } from 'vitest';
import { cmi5Structure } from '../../../../src/formats/scorm/cmi5-structure.ts';
import type { CourseDescription } from '../../../../src/formats/scorm/course-description.ts';
import { scorm12Manifest, scorm2004Manifest } from '../../../../src/formats/scorm/ims-manifest.ts';
import { type XmlElement, xmlRead } from '../../../../src/formats/xml/xml-read.ts';

const course: CourseDescription = {
  id: 'f875a55f-4d03-4313-b5e4-52d04ff6e477',
  title: 'Ribs & "lines" <1>',
  summary: '',
  language: 'es',
  launch: 'index.html',
  passScore: 80,
  files: ['index.html', 'assets/a b.js'],
};

function found(root: XmlElement | null, name: string): readonly XmlElement[] {
  if (root === null) return [];
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => found(child, name))];
}

test('SCORM 1.2 names the page, all files and the mastery score', () => {
  const root = xmlRead(scorm12Manifest(course));
  expect(found(root, 'schemaversion')[0]?.text).toBe('1.2');
  expect(found(root, 'title').map(({ text }) => text)).toEqual([course.title, course.title]);
  expect(found(root, 'adlcp:masteryscore')[0]?.text).toBe('80');
  const [resource] = found(root, 'resource');
  expect(resource?.attributes).toMatchObject({ 'adlcp:scormtype': 'sco', href: 'index.html' });
  expect(found(root, 'file').map(({ attributes }) => attributes.href)).toEqual([
    'index.html',
    'assets/a%20b.js',
  ]);
  expect(found(root, 'item')[0]?.attributes.identifierref).toBe(resource?.attributes.identifier);
});

test('SCORM 2004 has it as a measure from 0 to 1, and leaves completion to the page', () => {
  const root = xmlRead(scorm2004Manifest(course));
  expect(found(root, 'schemaversion')[0]?.text).toBe('2004 4th Edition');
  expect(found(root, 'imsss:minNormalizedMeasure')[0]?.text).toBe('0.8');
  expect(found(root, 'imsss:deliveryControls')[0]?.attributes).toEqual({
    completionSetByContent: 'true',
    objectiveSetByContent: 'true',
  });
  expect(found(root, 'resource')[0]?.attributes['adlcp:scormType']).toBe('sco');
});

test('cmi5 names one unit by the id of the package', () => {
  const root = xmlRead(cmi5Structure(course));
  const [unit] = found(root, 'au');
  expect(unit?.attributes).toMatchObject({ id: `urn:uuid:${course.id}#unit`, masteryScore: '0.8' });
  expect(found(root, 'url')[0]?.text).toBe('index.html');
  expect(found(root, 'langstring')[0]?.attributes.lang).toBe('es');
});

test('without a pass score none is asked for', () => {
  const none = { ...course, passScore: null };
  expect(found(xmlRead(scorm12Manifest(none)), 'adlcp:masteryscore')).toEqual([]);
  expect(found(xmlRead(scorm2004Manifest(none)), 'imsss:objectives')).toEqual([]);
  expect(found(xmlRead(cmi5Structure(none)), 'au')[0]?.attributes).not.toHaveProperty('masteryScore');
});
