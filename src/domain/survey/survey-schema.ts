import * as z from 'zod/mini';
import { markSchema } from '../marks/mark-schema.ts';
import { PATIENT_CONDITIONS } from '../scan/patient-request.ts';
import { controlsSchema, poseSchema } from '../scan/view-schema.ts';
import { CHOICE_VALUES } from '../scenario/answer-source.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import {
  countSchema,
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

export const zoneVisitSchema: StoredSchema<ZoneVisit> = objectSchema({
  zoneId: textSchema,
  said: readingSchema,
  truth: readingSchema,
  isOverlooked: flagSchema,
  pose: poseSchema,
  frozenIndex: countSchema,
  controls: z.exactOptional(controlsSchema),
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
