export const network = {
  networkSilent:
    'The network does not arrive. You can go on without it: phantom images are graded by their truth. It is still waited for, or try again.',
  networkShutDown: 'The network was shut down; open the page again.',
  networkCrashed:
    'The network broke down several times in a row; reload the page, or close other tabs if memory is short.',
  networkBackendMissing:
    'Neither WebAssembly nor the graphics card could run the network; reload the page or try a current browser.',
  networkAnswerUnsound:
    'The network answers with values that are no numbers: its weights or its input are unsound.',
  browserDrawsNot: 'This browser cannot draw pictures in the background.',

  modelUnreachable: 'The network could not be downloaded; check the connection and try again.',
  modelCalibrationWrong: "The model's calibration cannot be used: {{fault}}",
  modelManifestWrong: "The model's description file cannot be used: {{fault}}",
  networkSpecificationWrong: "The network's specification is wrong: {{fault}}",
  modelInputMismatch:
    'The model was trained on {{trained}} frames of {{trainedSize}}, but the network "{{network}}" looks at {{wanted}} ones of {{wantedSize}}; load the weights that belong to it.',
  modelTensorsMismatch:
    'The model has {{tensors}} tensors, but the network "{{network}}" has {{wanted}}; load the weights that belong to it.',
  modelTensorMissing:
    'The model\'s tensor "{{tensor}}" is missing, but the network "{{network}}" needs {{wanted}}; load the weights that belong to it.',
  modelTensorMismatch:
    'The model\'s tensor "{{tensor}}" has the shape {{shape}}, but the network "{{network}}" needs {{wanted}}; load the weights that belong to it.',
  modelTensorOutside: 'The model\'s tensor "{{tensor}}" lies outside the weights file.',
  modelTensorUnsound:
    'The model\'s tensor "{{tensor}}" holds values that are no numbers; export the model again.',
  modelCutOff:
    "The model's weights file has {{bytes}} bytes instead of {{wanted}}: it is cut off or another version; download it again.",
  modelDamaged: "The model's weights file is damaged (its checksum does not match); download it again.",
  tensorTooLarge: 'The tensor "{{tensor}}" does not fit into float16.',
  networkOperationMissing:
    'Layer "{{layer}}" of the network needs the operation "{{operation}}", which this program cannot run.',
  networkRasterMismatch:
    'The network looks at cartesian frames of {{pixels}} pixels, but masks have {{wanted}}.',

  frameCutOff:
    'The image cannot be read: {{levels}} grey levels are given for {{width}} x {{height}} pixels.',
  frameSectorUnsound: 'The image cannot be read: its sector has no size, or one that is no number.',
  frameSectorOutside: 'The ultrasound sector lies outside the picture.',
  frameOfNoKind: 'The image cannot be read: it is neither grey bytes nor a bitmap.',

  tuningWithoutLayers: 'The network "{{network}}" has no layers that could be tuned.',
  tuningLayerFixed:
    'Layer "{{layer}}" of the network "{{network}}" ({{operation}}) cannot be tuned: there is no gradient for it here.',
  tuningFramesFew:
    'There are {{frames}} labelled frames of {{exams}} exams; give at least {{least}} frames of two exams or more, better 20 of ten.',
  tuningWithoutFindings:
    'No frame has any finding marked in its mask; label what is to be seen, or choose other frames.',
  tuningDiverged: 'The loss is no longer a number; the frames or the weights are unsound.',
  tuningCrashed:
    'Training broke off: the part of the page that trains has stopped. Nothing was changed; close other tabs if memory is short, and start again.',
  tuningMaskSize:
    'The mask has {{maskWidth}} x {{maskHeight}} pixels, but its frame has {{width}} x {{height}}; draw it on the frame itself.',
  tuningMaskValue: 'The mask holds the value {{value}}, but classes are 0 to {{last}}.',

  adaptedNotKept:
    'The network could not be kept: the browser gives no more storage. Export it as a file, or remove something.',
  adaptedGone:
    'The adapted network cannot be read on this device. Go back to the network of the game, or import it again.',
  labelsNotKept:
    'These labels could not be kept: the browser gives no more storage. Remove clips or networks that you no longer need.',
  adaptedFileNone: 'This is no file of an adapted network. Choose one that this page exported.',
  adaptedFileNewer:
    'This file was made by a newer version of the game. Update the game, then import it again.',
  adaptedFileLarge:
    'This file has {{megabytes, number}} MB; an adapted network has at most {{most, number}} MB. Choose another file.',
  adaptedFileWrong: 'What this file says of its network cannot be read. Export it again.',
  adaptedFileDamaged: 'The file is damaged: {{file}} is not as it was exported. Copy or export it again.',
} as const;
