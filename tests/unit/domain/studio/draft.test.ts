import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { scenarioTranslated } from '../../../../src/domain/scenario/translation.ts';
import { type DraftTexts, draftVersionKeep } from '../../../../src/domain/studio/draft.ts';
import { draftCheck, draftProblemsAt } from '../../../../src/domain/studio/draft-check.ts';
import { draftEdit, draftValues } from '../../../../src/domain/studio/draft-edit.ts';
import { askedAt, clipIdAt, draftParts } from '../../../../src/domain/studio/draft-parts.ts';
import { draftOfPlayId, draftPlayId, draftPlayRead } from '../../../../src/domain/studio/draft-play.ts';
import { GUIDE_QUESTIONS, questionAdd, questionAt } from '../../../../src/domain/studio/draft-question.ts';
import { scenarioFrom } from '../../../../src/domain/studio/draft-scenario.ts';
import { draftSteps, stepIdFree, waysFrom } from '../../../../src/domain/studio/draft-steps.ts';
import { draftTemplate, scenarioNameOf } from '../../../../src/domain/studio/draft-template.ts';
import {
  translationEdit,
  translationIsWhole,
  translationPlaces,
} from '../../../../src/domain/studio/draft-translation.ts';
import {
  historyBegin,
  historyPush,
  historyRedo,
  historyUndo,
} from '../../../../src/domain/studio/edit-history.ts';
import { keyMarksSet } from '../../../../src/domain/studio/key-edit.ts';
import { expertKeyAt, keyFindings } from '../../../../src/domain/studio/key-read.ts';
import { expertKeyWrite } from '../../../../src/domain/studio/key-write.ts';
import { askedAtLevel, askedFollow, levelOf } from '../../../../src/domain/studio/tolerance-level.ts';

const CLIP = '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11';
const TEXTS = {
  title: 'Right base',
  summary: 'One.',
  briefing: 'Two.',
  freeze: 'Three.',
  mark: 'Four.',
  feedback: 'Five.',
  debrief: 'Six.',
};
const TEXT = draftTemplate('right-base', { clip: { id: CLIP } }, ['pleural_line', 'b_line'], TEXTS);

describe('a new draft', () => {
  test('can be played as it is, with or without the questions of the guide', () => {
    expect(draftCheck(TEXT).problems).toEqual([]);
    let text = TEXT;
    for (const question of GUIDE_QUESTIONS) {
      const parts = draftParts(draftValues(text));
      text = draftEdit(
        text,
        questionAdd(parts, question, { ask: 'How?', explain: 'So.', options: ['Yes', 'No'] }),
      );
      expect(questionAt(draftValues(text), draftParts(draftValues(text)), question)).not.toBeNull();
    }
    const { scenario, problems } = draftCheck(text);
    expect(problems).toEqual([]);
    expect(scenario?.steps.map(({ kind }) => kind)).toEqual([
      'briefing',
      'freeze',
      'question',
      'question',
      'question',
      'mark',
      'feedback',
      'debrief',
    ]);
    expect(clipIdAt(draftValues(text), draftParts(draftValues(text)))).toBe(CLIP);
  });

  test.each([
    ['Base derecha, ¡ñ!', 'base-derecha-n'],
    ['  --  ', 'scenario'],
    ['肺', 'scenario'],
  ])('is named after its title: %s', (title, name) => {
    expect(scenarioNameOf(title)).toBe(name);
  });
});

describe('an edit', () => {
  const commented = `# mine\n${TEXT.replace('title: Right base', 'title: Right base # for Monday')}`;

  test('changes one value and leaves comments and all other lines as they are', () => {
    const edited = draftEdit(commented, [{ path: ['summary'], value: 'Another: one' }]);
    expect(edited).toBe(commented.replace('summary: One.', 'summary: "Another: one"'));
  });

  test('takes a value away, and none where there is none', () => {
    expect(draftEdit(commented, [{ path: ['summary'], value: undefined }])).toBe(
      commented.replace('summary: One.\n', ''),
    );
    expect(draftEdit(commented, [{ path: ['steps', 9, 'text'], value: undefined }])).toBe(commented);
  });

  test('leaves a text alone that is no YAML', () => {
    expect(draftEdit('a: [', [{ path: ['a'], value: 1 }])).toBe('a: [');
    expect(draftValues('a: [')).toBeNull();
  });
});

test('keystrokes in one field are undone together, all else one by one, without limit', () => {
  let history = historyBegin<DraftTexts>({ text: '', translations: {} });
  for (const text of ['a', 'ab', 'abc']) history = historyPush(history, { text }, 'title');
  for (let i = 0; i < 500; i++) history = historyPush(history, { text: `${i}` }, null);
  for (let i = 0; i < 500; i++) history = historyUndo(history);
  expect(history.now.text).toBe('abc');
  expect(historyUndo(history).now.text).toBe('');
  expect(historyUndo(historyUndo(history)).now.text).toBe('');
  expect(historyRedo(history).now.text).toBe('0');
  expect(historyRedo(historyPush(history, { text: 'other' }, null)).now.text).toBe('other');
  const said = historyPush(history, { translations: { es: 'title: a' } }, null);
  expect(said.now.text).toBe('abc');
  expect(historyUndo(said).now.translations).toEqual({});
  expect(historyRedo(historyUndo(said)).now.translations).toEqual({ es: 'title: a' });
});

test('texts in another language are written one by one, and are whole when none is missing', () => {
  let es = '';
  const missing = () => translationPlaces(TEXT, es)!.filter(({ translated }) => translated === '');
  expect(missing().map(({ text }) => text)).toEqual(Object.values(TEXTS));
  for (const { as, text } of missing()) {
    expect(translationIsWhole(TEXT, es)).toBe(false);
    es = translationEdit(es, as, `${text} (es)`);
  }
  expect(translationIsWhole(TEXT, es)).toBe(true);
  const translated = scenarioTranslated({ text: TEXT, name: 'a' }, { text: es, name: 'b' });
  expect(translated.title).toBe('Right base (es)');
  es = translationEdit(es, ['title'], '');
  expect(missing().map(({ text }) => text)).toEqual(['Right base']);
  expect(translationPlaces('title: 1', es)).toBeNull();
});

test('a problem is told at the field in which it lies, and at no other', () => {
  const text = draftEdit(TEXT, [
    { path: ['steps', 1, 'steps', 1, 'findings', 0, 'tolerance_mm'], value: 99 },
  ]);
  const { problems, scenario } = draftCheck(text);
  expect(scenario).toBeNull();
  expect(problems).toHaveLength(1);
  expect(draftProblemsAt(text, problems, ['steps', 1, 'steps', 1, 'findings'])).toEqual(problems);
  expect(draftProblemsAt(text, problems, ['title'])).toEqual([]);
  expect(draftProblemsAt(text, problems, ['steps', 1, 'steps', 1, 'text'])).toEqual([]);
  const empty = draftEdit(TEXT, [{ path: ['title'], value: '' }]);
  expect(draftProblemsAt(empty, draftCheck(empty).problems, ['title'])).toHaveLength(1);
});

describe('the key of a draft', () => {
  const sector = {
    kind: 'convex',
    mmPerPx: 0.5,
    originPx: { x: 160, y: 4 },
    depthMm: 120,
    radiusMm: 60,
    angleRad: 1,
  } as const;
  const drawnOn = { widthPx: 320, heightPx: 320, images: 6, sector };
  const marks: readonly Mark[] = [
    {
      id: '1',
      kind: 'line',
      finding: 'pleural_line',
      points: [
        { x: -20, y: 20.04 },
        { x: 20, y: 20.06 },
      ],
      widthMm: 2,
    },
    { id: '2', kind: 'beam', finding: 'b_line', origin: { x: 1.23, y: 20 }, widthMm: 3, endDepthMm: 119.96 },
    {
      id: '3',
      kind: 'region',
      finding: 'rib',
      points: [
        { x: 0, y: 1 },
        { x: 2, y: 1 },
        { x: 1, y: 3 },
      ],
    },
    { id: '4', kind: 'brush', finding: 'rib', points: [{ x: 5, y: 5 }], radiusMm: 1.5 },
  ];
  const signature = { by: 'A. Teacher', date: '2026-11-30' };
  const place = {
    index: 2,
    finding: null,
    points: [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 0, y: 1 },
    ],
    say: 'No.',
  };

  test('comes back as it was drawn, to a tenth of a millimetre', () => {
    const experts = keyMarksSet([], 0, signature, 2, marks);
    const key = expertKeyWrite({ drawnOn, experts, places: [place, { ...place, index: 5 }] });
    const parts = draftParts(draftValues(TEXT));
    const text = draftEdit(TEXT, [{ path: [...parts.image!, 'key'], value: key }]);
    expect(draftCheck(text).problems).toEqual([]);
    const read = expertKeyAt(draftValues(text), parts);
    expect(read?.drawnOn?.sector).toMatchObject({ ...sector, angleRad: expect.closeTo(1, 9) });
    expect(read?.experts).toMatchObject([{ ...signature, frames: [{ index: 2 }] }]);
    expect(read?.places).toEqual([place]);
    const [line, beam, region, brush] = read!.experts[0]!.frames[0]!.marks;
    expect(line).toMatchObject({
      kind: 'line',
      points: [
        { x: -20, y: 20 },
        { x: 20, y: 20.1 },
      ],
      widthMm: 2,
    });
    expect(beam).toMatchObject({ kind: 'beam', origin: { x: 1.2, y: 20 }, widthMm: 3, endDepthMm: 120 });
    expect(region).toMatchObject({ kind: 'region', finding: 'rib' });
    expect(brush).toMatchObject({ kind: 'brush', radiusMm: 1.5 });
    expect([...keyFindings(read)]).toEqual(['pleural_line', 'b_line', 'rib']);
  });

  test('a second expert comes beside the first, and an image can be taken out again', () => {
    const one = keyMarksSet([], 0, signature, 2, marks);
    const two = keyMarksSet(one, 1, { ...signature, by: 'B.' }, 3, []);
    expect(two.map(({ by, frames }) => [by, frames.map(({ index }) => index)])).toEqual([
      ['A. Teacher', [2]],
      ['B.', [3]],
    ]);
    const gone = keyMarksSet(keyMarksSet(two, 0, signature, 2, null), 1, signature, 3, null);
    expect(expertKeyWrite({ drawnOn, experts: gone, places: [] })).toBeNull();
  });
});

test('what is asked for follows the key, and keeps what the teacher chose', () => {
  const asked = askedAt(draftValues(TEXT), draftParts(draftValues(TEXT)));
  expect(levelOf(asked)).toBe('usual');
  const strict = askedAtLevel(asked, 'strict');
  expect(strict).toEqual([
    { finding: 'pleural_line', tolerance_mm: 1.1 },
    { finding: 'b_line', tolerance_mm: 1.5 },
  ]);
  const followed = askedFollow(strict, new Set(['b_line', 'a_line']), new Set(['a_line', 'rib']), 'strict');
  expect(followed).toEqual([
    { finding: 'rib', tolerance_mm: 1.5 },
    { finding: 'pleural_line', tolerance_mm: 1.1 },
  ]);
  expect(levelOf([])).toBeNull();
});

test('a version is kept once, and a draft is known by the id that it is played under', () => {
  const draft = {
    id: CLIP,
    text: 'a',
    language: 'en',
    changedAtMs: 0,
    revision: 0,
    author: '',
    licence: '',
    versions: [],
  };
  const kept = draftVersionKeep(draft, 5);
  expect(kept.versions).toEqual([{ atMs: 5, text: 'a' }]);
  expect(draftVersionKeep(kept, 6)).toBe(kept);
  let many = draft as typeof kept;
  for (let i = 0; i < 60; i++) many = draftVersionKeep({ ...many, text: `${i}` }, i);
  expect(many.versions.map(({ text }) => text).at(0)).toBe('20');
  expect(draftOfPlayId(draftPlayId(CLIP))).toBe(CLIP);
  expect(draftOfPlayId('first-look')).toBeNull();
});

test('a draft is played from any of its steps, and feedback with the marks before it', () => {
  expect(draftPlayRead(draftPlayId(CLIP, 2, 7))).toEqual({ draft: CLIP, from: 2, run: 7 });
  expect(draftPlayRead(draftPlayId(CLIP))).toEqual({ draft: CLIP, from: 0, run: 0 });
  expect(draftPlayRead(`draft_${CLIP}.x`)).toBeNull();
  const { scenario } = draftCheck(TEXT);
  const kinds = (from: number) => scenarioFrom(scenario!, from).steps.map(({ kind }) => kind);
  expect(kinds(0)).toEqual(['briefing', 'freeze', 'mark', 'feedback', 'debrief']);
  expect(kinds(2)).toEqual(['mark', 'feedback', 'debrief']);
  expect(kinds(3)).toEqual(['mark', 'feedback', 'debrief']);
  expect(kinds(4)).toEqual(['debrief']);
  expect(kinds(9)).toEqual(kinds(0));
});

test('ways on lead to other steps of the draft, and it stays sound', () => {
  const steps = draftSteps(draftValues(TEXT));
  expect(steps.map(({ id, isInner }) => [id, isInner])).toEqual([
    ['briefing', false],
    ['freeze', true],
    ['mark', true],
    ['feedback', true],
    ['debrief', false],
  ]);
  const [briefing, , mark] = steps;
  expect(waysFrom(steps, mark!).map(({ id }) => id)).toEqual(['briefing', 'freeze', 'feedback', 'debrief']);
  expect(waysFrom(steps, briefing!).map(({ id }) => id)).toEqual(['debrief']);
  const next = (goto: string) => [{ path: [...mark!.path, 'next'], value: [{ if_score_below: 50, goto }] }];
  const { scenario, problems } = draftCheck(draftEdit(TEXT, next('debrief')));
  expect(problems).toEqual([]);
  expect(scenario?.steps[2]?.next).toEqual([
    { when: { kind: 'below', score: 50 }, goto: 'debrief', atMost: 1 },
  ]);
  for (const { id } of waysFrom(steps, mark!))
    expect(draftCheck(draftEdit(TEXT, next(id))).problems).toEqual([]);
  expect(draftCheck(draftEdit(TEXT, next('nowhere'))).problems).toHaveLength(1);
  expect(stepIdFree(steps, 'own-question')).toBe('own-question');
  expect(stepIdFree(steps, 'mark')).toBe('mark-2');
});
