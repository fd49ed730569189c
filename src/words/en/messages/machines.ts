export const machines = {
  english: '{{text}}',

  deviceNotStarted: 'The device could not be started: try again.',
  pictureNotRead: 'The picture could not be read: try again.',
  setupNotKept: 'The set-up could not be kept, so you will be asked for it again the next time.',
  imageNotStopped: 'The image could not be stopped: try again.',
  clipKept: 'The clip is kept in this browser, under My clips.',
  clipNotKept: 'The clip could not be kept: try again.',
  liveNotRunning: 'No image runs: check the machine, then try again.',

  imageNotOpened: 'The image could not be opened. Try again.',
  imageStopped: 'The image stopped unexpectedly. Try again.',
  imageNotFrozen: 'The image could not be frozen. Try again.',
  keyNotMade: 'What your marks are graded by could not be made. Try again.',
  placeNotSought: 'A place that shows what is asked for could not be looked for. Try again.',
  markingStopped: 'Marking stopped unexpectedly. Try again.',
  marksNotGraded: 'Your marks could not be graded. Try again.',
  goalUnreached: 'No place of this patient shows what is asked for. Skip this patient and go on.',
  keyWithoutNetwork:
    'The network could not read this image, so it is graded by what the phantom really contains.',
  keyOfOneExpert:
    'Only {{by}} has marked this image, so you are graded by {{by}} alone: {{other}}, the other expert of this clip, has not marked it.',
  keyByAdapted: 'This image was labelled by the adapted network "{{name}}".',
  keyMissing: 'There is nothing to grade by yet: wait until the network has read the image.',
  keyOfOtherClip:
    "The key of this exercise was drawn on another clip than the one that is kept here, or its outline was changed, so marks on it cannot be graded. Go on without it, and ask the exercise's author for the clip.",
  clipOfImageMissing:
    'The clip of this image is not kept in this browser, or no longer. Bring it back, in its package or a copy of your clips, and try again, or go on without it. What you did so far is kept.',
  marksOfOtherSize: "The marks and the key have different sizes: draw the marks on the key's raster.",
  masksOfOtherSize: 'The masks to choose a key from have different sizes: resample them first.',

  placeOfNewer:
    '"{{title}}" was left in a newer version of Batsign, which this one cannot read, so it begins anew.',
  placeOutdated: '"{{title}}" has changed since you left it, so it begins anew.',
  placeDamaged: 'What was stored of your last exercise is damaged, so it begins anew.',
  placeDropped: 'What was stored of a half-played exercise is damaged, so it was dropped.',
  placeNotKept: 'Your place could not be kept. It is tried again as you go on.',
  takeOverFailed: 'It could not be taken over from the other page: try again.',
  exerciseMissing: 'There is no scenario named "{{id}}" here: choose one from the list.',
  exerciseNotLoaded: 'This exercise could not be loaded: choose another, or reload the page.',
  exerciseStopped: 'The exercise stopped unexpectedly: go on with it from the list.',
  answerNotKept:
    'Your last answer could not be kept, so it does not count in what you can do. It is tried again with your next one.',
  resultNotKept: 'Your result could not be kept: try again.',

  clipsNotRead: 'The clips could not be read: try again.',
  clipNotChanged: 'The clip could not be changed: try again.',
  clipImageNotShown: 'This image cannot be shown: go on to the next one.',
  analysisNotRead: 'What the network said of this clip could not be read. Start again.',
  analysisBroken: 'The clip could not be gone through to its end. Start again.',
  fileNotRead: '{{name}} cannot be read here; choose another file, or export it as MP4 or PNG.',
  fileWithoutImages: 'There are no images in this file: choose another one.',

  scanStopped: 'The image stopped unexpectedly: try again, or choose another patient.',
  patientMissing: 'There is no patient on the couch: choose one.',
  networkNotLoaded:
    'The network could not be loaded. You can go on: phantom images are graded by their truth.',
  partMissing:
    'A part of the game did not arrive: try again. If it does not come, the game was renewed on its server meanwhile: reload the page, your place is kept.',
  partMissingOffline:
    'A part of the game did not arrive, since there is no network: connect, and try again. Your place is kept.',
  screenWithoutParent: 'The scanner needs an element of the page to fill.',
  screenWithoutRenderer: 'This browser can draw neither with WebGL nor on a canvas.',
} as const;
