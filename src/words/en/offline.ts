export const offline = {
  label: 'Newer version',
  inTheWay: 'Close the other tabs of this game first: the newer version would come under them too.',
  isHere: 'A newer version of Batsign is here. Scores, lessons and clips stay.',
  load: 'Load it',
} as const;
