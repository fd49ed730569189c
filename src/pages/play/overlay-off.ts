import type { OverlaySpoils } from '../../domain/scenario/overlay-rule.ts';

/** Why the network's overlay is off, and when it can be shown. */
export const OVERLAY_OFF: Readonly<Record<OverlaySpoils, string>> = {
  marks:
    "The network's overlay is off: it would show the answer before your marks are graded. You can have it with the feedback.",
  question:
    "The network's overlay is off: it would show the answer before you have given yours. You can have it afterwards.",
};
