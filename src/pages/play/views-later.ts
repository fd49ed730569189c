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
  ['attempts', 'graded', 'image', 'play', 'probe', 'surveyed'],
);
export const ScanStepView = partLater(
  () => import('./views-patient.ts'),
  (module) => module.ScanStepView,
  ['attempts', 'graded', 'image', 'play', 'probe', 'surveyed'],
);
export const SurveyStepPanel = partLater(
  () => import('./views-patient.ts'),
  (module) => module.SurveyStepPanel,
  ['attempts', 'graded', 'image', 'play', 'probe', 'surveyed'],
);
export const ReportView = partLater(
  () => import('./views-patient.ts'),
  (module) => module.ReportView,
  ['attempts', 'graded', 'image', 'play', 'probe', 'surveyed'],
);
export const ProposalsView = partLater(
  () => import('./views-proposals.ts'),
  (module) => module.ProposalsView,
  ['graded', 'image', 'play', 'surveyed'],
);
export const ProposalsTold = partLater(
  () => import('./views-proposals.ts'),
  (module) => module.ProposalsTold,
  ['graded', 'image', 'play', 'surveyed'],
);

export const QuestionView = partLater(
  () => import('./views-asked.ts'),
  (module) => module.QuestionView,
  ['graded', 'image', 'play', 'questions', 'surveyed'],
);
export const MModeView = partLater(
  () => import('./views-asked.ts'),
  (module) => module.MModeView,
  ['graded', 'image', 'play', 'questions', 'surveyed'],
);
export const MModePanel = partLater(
  () => import('../../parts/console/m-mode-panel.tsx'),
  (module) => module.MModePanel,
  ['probe'],
);
export const ImageMarks = partLater(
  () => import('../../parts/console/image-marks.tsx'),
  (module) => module.ImageMarks,
  ['probe'],
);
export const LabelledPicture = partLater(
  () => import('../../parts/picture/labelled-picture.tsx'),
  (module) => module.LabelledPicture,
  [],
);
export const FeedbackView = partLater(
  () => import('./views-graded.ts'),
  (module) => module.FeedbackView,
  ['attempts', 'graded', 'image', 'play', 'surveyed'],
);
export const ResultView = partLater(
  () => import('./views-graded.ts'),
  (module) => module.ResultView,
  ['attempts', 'graded', 'image', 'play', 'surveyed'],
);

/** What the views of a kind of step are fetched by. */
type Later = Pick<PartLater<never>, 'fetch' | 'isThere'>;

const VIEWS: Partial<Record<ScenarioStep['kind'], readonly Later[]>> = {
  scan: [ScanStepView, PlaceView],
  survey: [SurveyStepPanel],
  report: [ReportView],
  question: [QuestionView],
  m_mode: [MModeView, ImageMarks, MModePanel],
  feedback: [FeedbackView],
  proposals: [ProposalsView, ProposalsTold],
};

/** Fetches the views of all steps of a scenario, and of its end. */
export function viewsFetch({ steps }: Scenario): void {
  const views = new Set(steps.flatMap(viewsOf));
  for (const view of [...views, ResultView]) void view.fetch();
}

/** Whether the views of a step are there. */
export function viewsAreThere(step: ScenarioStep | null): boolean {
  return step === null || viewsOf(step).every((view) => view.isThere.value);
}

function viewsOf(step: ScenarioStep): readonly Later[] {
  if (step.kind === 'briefing') return step.picture === null ? [] : [LabelledPicture];
  return VIEWS[step.kind] ?? [];
}
