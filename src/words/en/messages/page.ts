export const page = {
  partMissing:
    'A part of the game did not arrive: try again. If it does not come, the game was renewed on its server meanwhile: reload the page, your place is kept.',
  partOffline:
    'A part of the game did not arrive, since there is no network: connect, and try again. Your place is kept.',
  screenHomeless: 'The scanner needs an element of the page to fill.',
  screenUndrawn: 'This browser can draw neither with WebGL nor on a canvas.',
} as const;
