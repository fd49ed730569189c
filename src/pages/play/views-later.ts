import type { Scenario, ScenarioStep } from '../../domain/scenario/scenario.ts';
import { type PartLater, partLater } from '../../ui/part-later.tsx';

// A first image of a lesson waits for none of these: they come while what stands before them is read.

export const OwnClipPanel = partLater(
  () => import('./views-own-image.ts'),
  (module) => module.OwnClipPanel,
  ['capture', 'image', 'play'],
);
export const ClipStage = partLater(
  () => import('./views-own-image.ts'),
  (module) => module.ClipStage,
  ['capture', 'image', 'play'],
);
export const ScannerSetup = partLater(
  () => import('./views-own-image.ts'),
  (module) => module.ScannerSetup,
  ['capture', 'image', 'play'],
);
export const ScannerStage = partLater(
  () => import('./views-own-image.ts'),
  (module) => module.ScannerStage,
  ['capture', 'image', 'play'],
);
export const PlaceView = partLater(
  () => import('./views-patient.ts'),
  (module) => module.PlaceView,
  ['attempts', 'image', 'play', 'probe'],
);
export const ScanStepView = partLater(
  () => import('./views-patient.ts'),
  (module) => module.ScanStepView,
  ['attempts', 'image', 'play', 'probe'],
);
export const SurveyStepPanel = partLater(
  () => import('./views-patient.ts'),
  (module) => module.SurveyStepPanel,
  ['attempts', 'image', 'play', 'probe'],
);
export const ReportView = partLater(
  () => import('./views-patient.ts'),
  (module) => module.ReportView,
  ['attempts', 'image', 'play', 'probe'],
);
export const ProposalsView = partLater(
  () => import('./views-proposals.ts'),
  (module) => module.ProposalsView,
  ['image', 'play'],
);
export const ProposalsTold = partLater(
  () => import('./views-proposals.ts'),
  (module) => module.ProposalsTold,
  ['image', 'play'],
);

export const FeedbackView = partLater(
  () => import('./views-graded.ts'),
  (module) => module.FeedbackView,
  ['attempts', 'glossary', 'image', 'play'],
);
export const ResultView = partLater(
  () => import('./views-graded.ts'),
  (module) => module.ResultView,
  ['attempts', 'glossary', 'image', 'play'],
);

/** What the views of a kind of step are fetched by. */
type Later = Pick<PartLater<never>, 'fetch' | 'isThere'>;

const VIEWS: Partial<Record<ScenarioStep['kind'], readonly Later[]>> = {
  scan: [ScanStepView, PlaceView],
  survey: [SurveyStepPanel],
  report: [ReportView],
  feedback: [FeedbackView],
  proposals: [ProposalsView, ProposalsTold],
};

/** Fetches the views of all steps of a scenario, and of its end. */
export function viewsFetch({ steps }: Scenario): void {
  const views = new Set(steps.flatMap(({ kind }) => VIEWS[kind] ?? []));
  for (const view of [...views, ResultView]) void view.fetch();
}

/** Whether the views of a step are there. */
export function viewsAreThere(step: ScenarioStep | null): boolean {
  return step === null || (VIEWS[step.kind] ?? []).every((view) => view.isThere.value);
}
