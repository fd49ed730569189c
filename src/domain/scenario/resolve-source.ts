import type { PathProblem } from './problems.ts';
import type { ScenarioSource } from './scenario.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { SourceFile } from './schema-source.ts';

type PatientFile = NonNullable<SourceFile['patient']>;

export function sourceResolve(
  source: SourceFile,
  path: ScenarioPath,
  problems: PathProblem[],
): ScenarioSource {
  const { phantom, patient, clip } = source;
  if (patient !== undefined) {
    problems.push(...patientProblems(patient, [...path, 'patient']));
    return patientResolve(patient);
  }
  if (clip?.id !== undefined) return { kind: 'stored', clipId: clip.id.toLowerCase() };
  if (phantom === undefined) return { kind: source.camera === undefined ? 'clip' : 'camera' };
  return {
    kind: 'phantom',
    request: {
      seed: phantom.seed,
      split: 'game',
      ...(phantom.pattern !== undefined && { pattern: phantom.pattern }),
      ...(phantom.look !== undefined && { look: phantom.look }),
      ...(phantom.probe !== undefined && { probe: phantom.probe }),
      ...(phantom.depth_mm !== undefined && { depthMm: phantom.depth_mm }),
      ...(phantom.frequency_mhz !== undefined && { frequencyMhz: phantom.frequency_mhz }),
      ...(phantom.b_lines !== undefined && { bLines: phantom.b_lines }),
      ...(phantom.sliding !== undefined && { sliding: phantom.sliding }),
    },
  };
}

function patientResolve(patient: PatientFile): ScenarioSource {
  return {
    kind: 'patient',
    request: {
      seed: patient.seed,
      condition: patient.condition,
      ...(patient.zone !== undefined && { zone: patient.zone }),
      ...(patient.b_lines_per_space !== undefined && { bLinesPerSpace: patient.b_lines_per_space }),
      ...(patient.breaths_per_minute !== undefined && { breathsPerMinute: patient.breaths_per_minute }),
      ...(patient.breath_depth !== undefined && { breathDepth: patient.breath_depth }),
    },
  };
}

/** Keys that say nothing of this condition, which an author would wait for in vain. */
function patientProblems(patient: PatientFile, path: ScenarioPath): readonly PathProblem[] {
  const problems: PathProblem[] = [];
  if (patient.condition === 'normal' && patient.zone !== undefined) {
    const sentence = 'A normal patient is sick in no zone: leave zone out, or write another condition.';
    problems.push({ path: [...path, 'zone'], sentence });
  }
  if (patient.condition !== 'interstitial' && patient.b_lines_per_space !== undefined) {
    const sentence = `b_lines_per_space belongs to the condition interstitial, not to ${patient.condition}: leave it out.`;
    problems.push({ path: [...path, 'b_lines_per_space'], sentence });
  }
  return problems;
}
