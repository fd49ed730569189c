import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dicomParser, { type DataSet } from 'dicom-parser';
import { describe, expect, it } from 'vitest';
import type { Annotation, Shape } from '../../../../src/domain/annotation/annotation.ts';
import { dicomIdentity } from '../../../../src/formats/dicom/dicom-identity.ts';
import { dicomSrWrite } from '../../../../src/formats/dicom-sr/dicom-sr-write.ts';
import { ALONE, annotationOf, SIZE, SPACING } from '../../../support/annotation-make.ts';
import {
  dicomWrite,
  IDENTITY,
  pixelElements,
  plain,
  regionItem,
  SYNTAX,
  sq,
  st,
} from '../../../support/dicom-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

/** The report is read by another program than the one that wrote it: a parser of DICOM, and DCMTK where it is. */

const at = { date: '20260102', time: '030405' };

const clip = {
  sopClassUid: '1.2.840.10008.5.1.4.1.1.3.1',
  sopInstanceUid: '1.2.3.4',
  studyInstanceUid: '1.2.3',
  seriesInstanceUid: '1.2.3.9',
  frames: 20,
};

const line: Shape = {
  ...ALONE,
  rater: 'ann',
  kind: 'polyline',
  label: 'pleural_line',
  breadthPx: null,
  points: [
    { x: 10.5, y: 20.25 },
    { x: 13.5, y: 24.25 },
    { x: 33.5, y: 24.25 },
  ],
};
const area: Shape = {
  ...ALONE,
  rater: 'ann',
  kind: 'polygon',
  label: 'consolidation',
  points: [
    { x: 1, y: 2 },
    { x: 5, y: 2 },
    { x: 5, y: 9 },
  ],
};

function annotation(drawn: readonly Shape[], more: Partial<Annotation> = {}): Annotation {
  return annotationOf(
    drawn.map((shape) => ({ index: 4, shape })),
    { clip, spacing: SPACING, ...more },
  );
}

interface Item {
  readonly relationship: string | undefined;
  readonly type: string | undefined;
  readonly concept: string | undefined;
  readonly dataSet: DataSet;
  readonly children: readonly Item[];
}

/** The content tree below a data set. */
function itemRead(dataSet: DataSet): Item {
  const children = dataSet.elements.x0040a730?.items ?? [];
  return {
    relationship: dataSet.string('x0040a010'),
    type: dataSet.string('x0040a040'),
    concept: dataSet.elements.x0040a043?.items?.[0]?.dataSet?.string('x00080100'),
    dataSet,
    children: children.map((child) => itemRead(child.dataSet!)),
  };
}

function find(item: Item, concept: string): Item[] {
  return [
    ...(item.concept === concept ? [item] : []),
    ...item.children.flatMap((child) => find(child, concept)),
  ];
}

function pointsOf(scoord: Item): number[] {
  const { length } = scoord.dataSet.elements.x00700022!;
  return Array.from({ length: length / 4 }, (_, i) => scoord.dataSet.float('x00700022', i)!);
}

describe('a DICOM report', () => {
  const bytes = dicomSrWrite(annotation([line, area]), at);
  const object = dicomParser.parseDicom(bytes);
  const root = itemRead(object);

  it('is a Comprehensive SR in the study of its clip, by TID 1500, and names no patient', () => {
    expect(object.string('x00020010')).toBe(SYNTAX.explicit);
    expect(object.string('x00080016')).toBe('1.2.840.10008.5.1.4.1.1.88.33');
    expect(object.string('x00080018')).toBe(object.string('x00020003'));
    expect(object.string('x00080018')).toMatch(/^2\.25\.\d{1,39}$/);
    expect(object.string('x0020000d')).toBe('1.2.3');
    expect(object.string('x0020000e')).not.toBe('1.2.3.9');
    for (const tag of ['x00100010', 'x00100020', 'x00100030', 'x00100040']) {
      expect(object.elements[tag]).toMatchObject({ length: 0 });
    }
    const template = object.elements.x0040a504!.items![0]!.dataSet!;
    expect([template.string('x00080105'), template.string('x0040db00')]).toEqual(['DCMR', '1500']);
    const evidence = object.elements.x0040a375!.items![0]!.dataSet!;
    const series = evidence.elements.x00081115!.items![0]!.dataSet!;
    expect(series.elements.x00081199!.items![0]!.dataSet!.string('x00081155')).toBe('1.2.3.4');
  });

  it('has the parts of TID 1500 in their order', () => {
    expect(root.concept).toBe('126000');
    expect(root.children.map(({ relationship, concept }) => `${relationship} ${concept}`)).toEqual([
      'HAS CONCEPT MOD 121049',
      'HAS OBS CONTEXT 121005',
      'HAS OBS CONTEXT 121008',
      'HAS CONCEPT MOD 121058',
      'CONTAINS 111028',
      'CONTAINS 126010',
    ]);
    expect(root.children[2]!.dataSet.string('x0040a123')).toBe('ann');
  });

  it('has a line as the length of its path, with every point in place', () => {
    const [group] = find(root, '125007');
    const [length] = find(group!, '121211');
    const measured = length!.dataSet.elements.x0040a300!.items![0]!.dataSet!;
    // 5 and 20 pixels of a quarter of a millimetre.
    expect(Number(measured.string('x0040a30a'))).toBe(6.25);
    expect(measured.elements.x004008ea!.items![0]!.dataSet!.string('x00080100')).toBe('mm');
    const [path] = length!.children;
    expect(path).toMatchObject({ relationship: 'INFERRED FROM', type: 'SCOORD' });
    expect(path!.dataSet.string('x00700023')).toBe('POLYLINE');
    expect(pointsOf(path!)).toEqual([10.5, 20.25, 13.5, 24.25, 33.5, 24.25]);
    const [selected] = path!.children;
    expect(selected).toMatchObject({ relationship: 'SELECTED FROM', type: 'IMAGE' });
    const image = selected!.dataSet.elements.x00081199!.items![0]!.dataSet!;
    // Images are counted from 1.
    expect([image.string('x00081155'), image.string('x00081160')]).toEqual(['1.2.3.4', '5']);
  });

  it('has an area as a region that ends where it begins', () => {
    const [, group] = find(root, '125007');
    const [region] = find(group!, '111030');
    expect(pointsOf(region!)).toEqual([1, 2, 5, 2, 5, 9, 1, 2]);
    const finding = find(group!, '121071')[0]!.dataSet.elements.x0040a168!.items![0]!.dataSet!;
    expect([finding.string('x00080100'), finding.string('x00080102')]).toEqual([
      'CONSOLIDATION',
      '99BATSIGN',
    ]);
  });

  it('is written without kinds where an outline is too long for them', () => {
    const points = Array.from({ length: 9000 }, (_, i) => ({ x: (i % 50) + 0.5, y: i / 200 }));
    const long = dicomParser.parseDicom(dicomSrWrite(annotation([{ ...area, points }]), at));
    expect(long.string('x00020010')).toBe(SYNTAX.implicit);
    expect(pointsOf(find(itemRead(long), '111030')[0]!)).toHaveLength(2 * 9001);
  });

  it('leaves out what was rejected, and names the program where nobody is named', () => {
    const rejected = {
      ...area,
      status: { verdict: 'invalidated' as const, adjudicator: null, timestamp: null },
    };
    const nobody = itemRead(
      dicomParser.parseDicom(dicomSrWrite(annotation([{ ...line, rater: null }, rejected]), at)),
    );
    expect(find(nobody, '125007')).toHaveLength(1);
    expect(find(nobody, '121012')[0]!.dataSet.string('x0040a124')).toMatch(/^2\.25\./);
    expect(sentenceThrown(() => dicomSrWrite(annotation([rejected]), at))).toMatch(/Nothing of these/);
  });

  it('is refused without its clip, and with a point outside of the image', () => {
    const unknown = { ...clip, studyInstanceUid: null };
    expect(sentenceThrown(() => dicomSrWrite(annotation([line], { clip: unknown }), at))).toMatch(
      /DICOM file of the clip/,
    );
    const outside = { ...area, points: [{ x: -0.5, y: 2 }, ...area.points] };
    expect(sentenceThrown(() => dicomSrWrite(annotation([outside]), at))).toMatch(
      /outside of the image: "consolidation" in image 5/,
    );
  });

  it('says at each shape who drew it, where several did', () => {
    const several = itemRead(
      dicomParser.parseDicom(dicomSrWrite(annotation([line, { ...area, rater: 'bo' }]), at)),
    );
    const names = find(several, '125007').map((group) =>
      find(group, '121008')[0]!.dataSet.string('x0040a123'),
    );
    expect(names).toEqual(['ann', 'bo']);
    expect(find(find(root, '125007')[0]!, '121008')).toEqual([]);
  });

  it('has a track under one identifier', () => {
    const tracked = { ...line, track: 3 };
    const drawn = [
      { index: 1, shape: tracked },
      { index: 2, shape: tracked },
      { index: 2, shape: area },
    ];
    const report = itemRead(dicomParser.parseDicom(dicomSrWrite(annotationOf(drawn, { clip }), at)));
    const uids = find(report, '112040').map(({ dataSet }) => dataSet.string('x0040a124'));
    expect(uids[0]).toBe(uids[1]);
    expect(uids[2]).not.toBe(uids[0]);
  });

  const hasDcmtk = dcmtkIs();
  it.skipIf(!hasDcmtk)(
    `is read by DCMTK without a word${hasDcmtk ? '' : ' (skipped: dsrdump is not installed)'}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'batsign-sr-'));
      try {
        const file = join(folder, 'report.dcm');
        const several = annotation([
          line,
          { ...area, rater: 'José' },
          { ...area, label: 'thymus', track: 2 },
        ]);
        writeFileSync(file, dicomSrWrite({ ...several, labels: [...several.labels, 'thymus'] }, at));
        const { out, err } = dsrdump(file);
        // It knows UTF-8, and cannot check the texts that are in it.
        const warnings = err.split('\n').filter((said) => said !== '' && !said.includes('VR checker'));
        expect(warnings).toEqual([]);
        expect(out).toContain('Comprehensive SR Document');
        expect(out).toContain('121211,DCM,"Path length"');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

function dsrdump(file: string): { readonly out: string; readonly err: string } {
  const err = join(file, '..', 'err');
  const out = execFileSync('sh', ['-c', 'dsrdump --print-all-codes "$1" 2>"$2"', 'sh', file, err], {
    encoding: 'utf8',
  });
  return { out, err: execFileSync('cat', [err], { encoding: 'utf8' }) };
}

function dcmtkIs(): boolean {
  try {
    execFileSync('dsrdump', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the identity of a DICOM clip', () => {
  const pixels = plain([new Uint8Array(SIZE.width * SIZE.height), new Uint8Array(SIZE.width * SIZE.height)]);
  const elements = [
    ...pixelElements({ columns: SIZE.width, rows: SIZE.height, frames: 2, photometric: 'MONOCHROME2' }),
    ...IDENTITY,
    sq(0x00186011, regionItem({ left: 0, top: 0, right: 63, bottom: 47, xCm: 0.05 })),
    st(0x00080016, 'UI', clip.sopClassUid),
    st(0x00080018, 'UI', clip.sopInstanceUid),
    st(0x0020000d, 'UI', clip.studyInstanceUid),
    st(0x0020000e, 'UI', 'no identifier'),
  ];

  it('is its identifiers, its size and that of a pixel, and nothing of the patient', () => {
    expect(dicomIdentity(dicomWrite(SYNTAX.explicit, elements, pixels))).toEqual({
      ...clip,
      seriesInstanceUid: null,
      frames: 2,
      size: SIZE,
      spacing: { x: 0.5, y: 0.5 },
    });
  });

  it('is not had of a broken file', () => {
    expect(sentenceThrown(() => dicomIdentity(new Uint8Array(200)))).toMatch(/damaged/);
  });
});
