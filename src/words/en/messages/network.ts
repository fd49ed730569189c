export const network = {
  networkSilent:
    'The network does not arrive. You can go on without it: phantom images are graded by their truth. It is still waited for, or try again.',
} as const;
