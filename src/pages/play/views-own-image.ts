// Views of a learner's own clip or scanner, which are fetched together.
export { ClipStage } from './clip-stage.tsx';
export { OwnClipPanel } from './own-clip-panel.tsx';
export { ScannerSetup } from './scanner-setup.tsx';
export { ScannerStage } from './scanner-stage.tsx';
