import { partLater } from '../../ui/part-later.tsx';

/** Formats of other programs are for few who draw a key: they come when they are asked for. */
export const AnnotationsView = partLater(
  () => import('./annotations-view.tsx'),
  (module) => module.AnnotationsView,
  ['annotations', 'studio'],
);
