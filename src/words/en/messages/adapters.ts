export const adapters = {
  fileNotChosen: 'No file was chosen; choose a recording.',
  fileOfNoKind:
    '{{name}} is neither a picture (PNG, JPEG, GIF), a video (MP4, MOV, WebM) nor a DICOM file; choose another file.',
  filesWithoutClip:
    'There is neither a picture nor a recording in {{name}}; choose PNG or JPEG pictures, a video or a DICOM file.',
  filesWithoutClipSeveral:
    'There is neither a picture nor a recording in {{name}} and {{others, number}} more; choose PNG or JPEG pictures, a video or a DICOM file.',
  browserWithoutCanvas:
    'No file can be read here, since this browser lacks OffscreenCanvas; open Batsign in Chrome or Edge 69, Firefox 105, Safari 16.4 or newer.',
  pictureDamaged: 'The {{kind}} picture is damaged or cut off; export the picture again.',
  pictureOfSeveralDamaged: 'The {{kind}} picture {{name}} is damaged or cut off; export the picture again.',
  picturesDiffer:
    'The shape of the images changes within the recording; cut it where they change, and open one part.',
  imageOfFileDamaged: 'An image in the file is damaged or cut off; export or copy the file again.',
  videoDamaged: 'The video is damaged or cut off and cannot be decoded; copy or export it again.',
  videoCutOff:
    'The video breaks off before its end: the file is damaged or was not copied whole; copy or export it again.',
  videoWithoutPictures: 'The file holds no moving picture, perhaps sound alone; choose another video.',
  decoderMissing:
    'This browser cannot decode videos picture by picture; use a current Chrome, Edge, Firefox or Safari.',
  codecUnsupported:
    "This browser cannot decode the video's codec ({{codec}}); convert the video to H.264 (MP4) or VP9 (WebM).",
  videoBeginLeftOut_one:
    'The first image of the video cannot be decoded without what was cut off before it, and is left out.',
  videoBeginLeftOut_other:
    'The first {{count, number}} images of the video cannot be decoded without what was cut off before them, and are left out.',
  videoScaled: 'The size of the images changes within the video: all are scaled to that of the first.',
  videoShapeChanges:
    'The shape of the images changes within the video: only those before the change are opened, {{kept}} of {{all}}.',
  zipWorkerCrashed:
    'The part of this page that packs and unpacks zips stopped, perhaps for want of memory; close other tabs and try again.',
  dicomWorkerCrashed:
    'The part of this page that reads DICOM files stopped, perhaps for want of memory; close other tabs and try again.',

  clipStorageFull:
    "The browser's storage is full: delete clips that you no longer need or free some space on this device, then try again.",
  clipBusy: 'This clip is being written in another tab: wait for it or close that tab, then try again.',
  clipMissing: 'This clip is no longer kept here: go back to the list of clips.',
  clipNotSaved: 'The clip could not be saved in the browser: reload the page and try again.',
  clipNotRead: 'The clip could not be read from the browser: reload the page and try again.',
  clipsForgotten:
    'This browser keeps no clips for Batsign (a private window, or storage is blocked), so they are lost when the page is closed.',
  recordsCrashed: 'The part of this page that keeps clips stopped: reload the page.',
  analysisUnfit: 'What the network made does not fit this clip: open the clip again.',
  clipOfCopyDamaged: 'This clip of the copy is damaged and cannot be brought in.',
  clipNotWritten: 'This clip is no longer being written: begin it anew.',
  clipDescriptionDamaged: 'The description of this clip is damaged: delete the clip and import it again.',
  clipCutOff: 'A part of the images of this clip is missing: delete the clip and import it again.',
  clipImageDamaged:
    'Image {{image}} of this clip is damaged: step over it, or delete the clip and import it again.',
  clipWithoutImages: 'The clip has no images: choose a longer part.',
  clipImagesUnsound:
    'The images of this clip are of different sizes or out of order, so it was not saved: import or record it again.',
  masksFailed: 'The masks could not be packed, perhaps for want of memory: close other tabs and try again.',

  recordUnsound: '{{fault}}',
  storeForgotten:
    'This browser keeps nothing for Batsign (a private window, or storage is blocked), so scores and the running session are lost when the page is closed.',
  storeOfNewer:
    'What is kept here was written by a newer version of Batsign, which this one cannot read. It is untouched. Close all tabs of the game and open it again to get the newer version; until then what you do is lost when the page is closed.',
  storeNewer:
    'A newer version of Batsign is open in another tab, and keeps what is kept from now on: reload this page to get it.',
  storeFull: "The browser's storage is full: export your attempts, then erase them or free some space.",
  storeNotWritten: 'This could not be saved in the browser: reload the page and try again.',
  storeNotRead: 'What was saved cannot be read: reload the page and try again.',
  placeTaken: 'Another tab went on with this exercise: what was done here since then is not kept.',
  copyUnsound:
    'This is no copy that Batsign saved, or a damaged one: choose the file that "Save a copy" gave you.',
  copyNewer: 'A newer version of Batsign saved this copy: open it in that version. Nothing was changed here.',
  learnersNotKept:
    'The list of learners could not be saved in this browser: free some space on this device and try again.',
  eraseBlocked:
    'All that was kept is erased, but another tab holds its empty place open: close all other tabs of this game, and that goes too.',

  cameraUnsupported:
    'This browser gives no camera to this page: open it over https or from this computer, in a current Chrome, Edge, Firefox or Safari.',
  cameraRefused:
    "The browser may not use the camera: allow it by the camera sign in the address bar or in the system's privacy settings, then try again.",
  cameraNone:
    'No camera or capture card was found: plug it in, wait until the system knows it, then try again.',
  cameraBusy:
    'Another program uses this device: close it there (a meeting, a recorder, another tab), then try again.',
  cameraSize: 'This device is not there any more or does not give pictures of this size: choose again.',
  cameraFailed: 'The device could not be started: unplug it, plug it in again, then try again.',
  cameraSilent:
    'The device gives no picture: check that the machine is on and that no other program uses it, then try again.',
  cameraClosed: 'The camera was switched off: switch it on again.',
  cameraIndex:
    'This image is not held any more, for only the last ten seconds are: let the image run and freeze again.',
  liveBlack:
    'The picture is black or empty: switch the machine on, check its video cable, and unfreeze it; the image goes on by itself.',
  liveSilent:
    'No images come: check that the machine is on and that no other program uses the device; the image goes on by itself.',
  liveHidden: 'The image stood still while this page was hidden.',
  liveResized: 'The picture changed its size, so the outline no longer fits: set it up for this size.',
  liveLost: 'The device is gone: plug it in again, or close the program that took it, then try again.',

  draftNotKept:
    'This browser did not keep the draft: there may be no space left, or it keeps nothing in this window. Copy its text elsewhere.',

  phantomFailed: 'This virtual patient cannot be simulated. Choose another one.',
  phantomCrashed: 'The virtual patient stopped unexpectedly. Start the exam again.',
  phantomClosed: 'The exam was closed.',
  itemNotDrawn:
    'No fitting patient was found among {{tries}}: skip this image and go on, or choose another exercise.',
  phantomIndex: 'There is no image {{index}}: ask for a whole number from 0.',
} as const;
