// Views of what came of marks, which are fetched together.
export { FeedbackView } from './feedback-view.tsx';
export { ResultView } from './result-view.tsx';
