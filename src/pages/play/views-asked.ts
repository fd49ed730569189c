// Views of what is asked by words, which are fetched together.
export { MModeView } from './m-mode-view.tsx';
export { QuestionView } from './question-view.tsx';
