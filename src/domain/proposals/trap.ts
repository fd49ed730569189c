/**
 * Errors that are made on purpose, each a known trap: the shadow of a rib taken for an effusion, a confluence left out, an
 * A-line taken for the pleural line, one B-line proposed twice, a tail that fades taken for a B-line, and a finding that
 * lies one rib space beside its place.
 */
export const TRAPS = [
  'shadow_as_effusion',
  'missed_confluence',
  'a_line_as_pleura',
  'b_line_doubled',
  'z_line_as_b_line',
  'rib_space_drift',
] as const;

export type Trap = (typeof TRAPS)[number];

/** What is wrong with a proposal: a trap, or an error of the network's own that is none of them. */
export const PROPOSAL_ERRORS = [...TRAPS, 'other'] as const;
export type ProposalError = (typeof PROPOSAL_ERRORS)[number];
