/**
 * Profiles of the BLUE protocol: Lichtenstein and Mezière 2008, Chest 134:117. The A-profile is told by the back: `a_plaps` with
 * consolidation or effusion there, `nude` without.
 */
export const BLUE_PROFILES = ['a_prime', 'b_prime', 'b', 'ab', 'c', 'nude', 'a_plaps'] as const;
export type BlueProfile = (typeof BLUE_PROFILES)[number];

/**
 * The causes that its branches lead to. The lung alone says no more of a nude profile than that it is well: whether asthma, COPD
 * or an embolism is behind it is told by the veins and the patient.
 */
export const BLUE_CAUSES = ['lung_clear', 'oedema', 'pneumonia', 'pneumothorax'] as const;
export type BlueCause = (typeof BLUE_CAUSES)[number];
