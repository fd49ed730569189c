// Views of a learner's own clip or scanner, which are fetched together.
export { ClipStage } from './clip-stage.tsx';
export { MachineSetup } from './machine-setup.tsx';
export { MachineStage } from './machine-stage.tsx';
export { OwnClipPanel } from './own-clip-panel.tsx';
