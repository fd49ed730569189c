// Views of a patient who is scanned by hand, which are fetched together.
export { PlaceView } from './place-view.tsx';
export { ReportView } from './report-view.tsx';
export { ScanStepView } from './scan-step-view.tsx';
export { SurveyStepPanel } from './survey-step-panel.tsx';
