// Views of proposals to be judged, which are fetched together.
export { ProposalsTold } from './proposals-told.tsx';
export { ProposalsView } from './proposals-view.tsx';
