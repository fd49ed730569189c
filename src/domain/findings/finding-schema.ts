import { oneOfSchema } from '../stored/values.ts';
import { MARKABLE_FINDINGS } from './finding.ts';

/** The name of a finding that can be marked. */
export const markableFindingSchema = oneOfSchema(MARKABLE_FINDINGS);
