import * as z from 'zod/mini';
import { markSchema } from '../marks/mark-schema.ts';
import { PATIENT_CONDITIONS } from '../scan/patient-request.ts';
import { CHOICE_VALUES } from '../scenario/answer-source.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import {
  countSchema,
  finiteSchema,
  flagSchema,
  listSchema,
  objectSchema,
  oneOfSchema,
  textSchema,
  timeSchema,
} from '../stored/values.ts';
import type { SurveyState, ZoneLeft, ZoneVisit } from './survey.ts';
import type { ZoneReading } from './zone-reading.ts';

const readingSchema: StoredSchema<ZoneReading> = objectSchema({
  pattern: oneOfSchema(CHOICE_VALUES.pattern),
  sliding: z.nullable(oneOfSchema(CHOICE_VALUES.lung_sliding)),
});

/** How a probe is held. */
export const poseSchema = objectSchema({
  aroundMm: finiteSchema,
  downMm: finiteSchema,
  rotationRad: finiteSchema,
  tiltRad: finiteSchema,
  pressure: finiteSchema,
});

export const zoneVisitSchema: StoredSchema<ZoneVisit> = objectSchema({
  zoneId: textSchema,
  said: readingSchema,
  truth: readingSchema,
  isOverlooked: flagSchema,
  pose: poseSchema,
  frozenIndex: countSchema,
  marks: listSchema(markSchema),
  seenS: timeSchema,
});

export const zoneLeftSchema: StoredSchema<ZoneLeft> = objectSchema({
  zoneId: textSchema,
  truth: readingSchema,
});

export const surveyStateSchema: StoredSchema<SurveyState> = objectSchema({
  visits: listSchema(zoneVisitSchema),
  patient: z.nullable(
    objectSchema({ condition: oneOfSchema(PATIENT_CONDITIONS), sickZones: listSchema(textSchema) }),
  ),
});
