import { describe, expect, test } from 'vitest';
import { DIFFICULTY_LEVELS } from '../../../../../src/domain/learning/measured-difficulty.ts';
import { PATIENT_SKILLS, skillHasNormals } from '../../../../../src/domain/learning/skill.ts';
import { skillLevel } from '../../../../../src/domain/learning/skill-level.ts';
import { zoneFind } from '../../../../../src/domain/scan/zones.ts';
import { batSignIn } from '../../../../../src/domain/scenario/bat-sign-goal.ts';
import { goalGap } from '../../../../../src/domain/scenario/goal.ts';
import { slidingSideRead } from '../../../../../src/domain/scenario/in-view.ts';
import type { PatientWanted } from '../../../../../src/domain/scenario/patient-wanted.ts';
import { patientItemDraw } from '../../../../../src/simulator/patient/item/patient-item-draw.ts';
import { livePatientFrame, livePatientOpen } from '../../../../../src/simulator/patient/live-patient.ts';

const TRIES = 60;

function wanted(change: Partial<PatientWanted>): PatientWanted {
  return { skill: 'lung_sliding', level: null, isNormal: false, zone: null, ...change };
}

/** What the patient truly shows at first. */
function truthOf({ request, view }: ReturnType<typeof patientItemDraw>) {
  return livePatientFrame(livePatientOpen(request), { ...view, timeMs: 0 }, 256).truth;
}

describe.each(PATIENT_SKILLS)('an item of %s', (skill) => {
  test.each(DIFFICULTY_LEVELS)(
    'is %s as stated, of the body of its seed; the same seed gives the same',
    (level) => {
      for (const isNormal of skillHasNormals(skill) ? [false, true] : [false]) {
        const asked = wanted({ skill, level, isNormal });
        const item = patientItemDraw(asked, 11, TRIES);
        expect(skillLevel(skill, isNormal, item.measured)).toBe(level);
        expect(item.request.seed).toBe(11);
        expect(patientItemDraw(asked, 11, TRIES)).toEqual(item);
      }
    },
  );
});

describe('what is drawn', () => {
  test.each([1, 2, 3, 4])('slides, or does not, all along the line that is seen', (seed) => {
    const slides = patientItemDraw(wanted({ isNormal: true }), seed, TRIES);
    expect(slidingSideRead(truthOf(slides))).toBe('all');
    expect(slides.measured.motion!.slideMm).toBeGreaterThan(2);
    const still = patientItemDraw(wanted({ isNormal: false }), seed, TRIES);
    expect(slidingSideRead(truthOf(still))).toBe('none');
    expect(still.measured.motion!.slideMm).toBe(0);
  });

  test('has a lung point on either side of the image, or none', () => {
    const items = [1, 2, 3, 4, 5, 6].map((seed) =>
      patientItemDraw(wanted({ skill: 'lung_point' }), seed, TRIES),
    );
    const sides = items.map((item) => slidingSideRead(truthOf(item)));
    expect(new Set(sides)).toEqual(new Set(['left', 'right']));
    for (const { measured } of items) {
      expect(measured.edge!.movesMm).toBeGreaterThanOrEqual(4);
      expect(measured.sizeMm).toBeGreaterThan(0);
    }
    const none = patientItemDraw(wanted({ skill: 'lung_point', isNormal: true }), 1, TRIES);
    expect(['all', 'none']).toContain(slidingSideRead(truthOf(none)));
  });

  test('begins beside the view that is to be reached', () => {
    const goal = batSignIn('L-lower');
    const item = patientItemDraw(
      wanted({ skill: 'probe_handling', level: 'hard', zone: 'L-lower' }),
      3,
      TRIES,
    );
    expect(goalGap(goal, null, item.view.pose, truthOf(item))?.place).not.toBeNull();
    const { centre } = zoneFind('L-lower')!;
    const { aroundMm, downMm } = item.view.pose;
    const apart = Math.hypot(aroundMm - centre.aroundMm, downMm - centre.downMm);
    expect(item.measured.way!.mm).toBeCloseTo(apart - 40, 6);
  });

  test('where nobody fits, says so with the number of tries', () => {
    expect(() => patientItemDraw(wanted({ level: 'hard' }), 1, 0)).toThrowError(
      expect.objectContaining({ code: 'no_item', fact: { code: 'itemNotDrawn', tries: 0 } }),
    );
  });
});
