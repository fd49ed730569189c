export const annotations = {
  annotationUnknown:
    '{{name}} holds no annotations that are read here: choose a file of SlicerUltrasound, CVAT, COCO, CSV or PNG masks.',
  annotationJsonDamaged: '{{name}} is damaged or cut off: export it again.',
  annotationDamaged: 'The {{format}} file is damaged, cut off or of another kind: export it again.',
  annotationDamagedAt:
    'The {{format}} file is damaged, cut off or of another kind at {{place}}: export it again.',
  annotationBytes: 'The file of annotations has {{megabytes}} MB, and at most {{most}} MB are read.',
  annotationFramesTooMany: 'There are annotations in more than {{most, number}} images: split the file.',
  annotationShapesTooMany: 'There are more than {{most, number}} annotated shapes: split the file.',
  annotationPointsTooMany: 'The annotated shapes have more than {{most, number}} points: split the file.',
  annotationMasksTooLarge:
    'The masks of the file cover more than {{most, number}} pixels together: split the file.',
  annotationLabelsTooMany:
    'There are more labels than a mask can tell apart, which are {{most, number}}: map some of them to findings.',
  annotationSizeMissing:
    'The {{format}} file does not say how large the images are: give its clip, or their width and height.',
  annotationSizesDiffer:
    'The {{format}} file has images of different sizes, so they are not all of one clip: split it by clip.',
  annotationSpacingMissing:
    'Files of {{format}} are in millimetres and do not say how large a pixel is: give the clip, or the size of a pixel.',
  annotationClipUidMissing:
    'A DICOM report has to name the DICOM clip that it is about: give the DICOM file of the clip.',
  annotationPngKind:
    '{{name}} is no mask that is read here: save it as a PNG of one channel, grey or with a palette, with up to 8 bits, not interlaced.',
  annotationPngMissing: 'The mask {{name}} is named in the list of masks, and is not there: add it.',
  annotationForeignUid:
    'The annotations are of another clip: they name another DICOM image than the one that was given.',
  annotationForeignSize:
    'The annotations are of another clip: their images are {{width}} x {{height}} pixels, and those of the clip {{clipWidth}} x {{clipHeight}}.',
  annotationForeignFrame:
    'The annotations are of another clip: they have image {{image, number}}, and the clip ends with image {{images, number}}.',
  annotationOutside_one:
    'A shape lies outside of the image: "{{label}}" in image {{image, number}}. Check the clip and the size of its pixels.',
  annotationOutside_other:
    '{{count, number}} shapes lie outside of the image, the first of them "{{label}}" in image {{image, number}}. Check the clip and the size of its pixels.',
  annotationLabelUnknown:
    'The label "{{label}}" is of no finding that is known here ({{others, number}} more like it): say which finding it is, or that it is kept or left out.',
  annotationNothingLeft: 'Nothing of these annotations can be written as {{format}}: choose another format.',

  annotationSpaceGuessed:
    'The file does not name its coordinates; by their signs they are taken as {{space}}.',
  annotationFramesByOrder:
    'The names in the {{format}} file have no numbers of their own, so images are taken in their order, from the first.',
  annotationInterpolated_one: 'One shape was interpolated between the images in which it was drawn.',
  annotationInterpolated_other:
    '{{count, number}} shapes were interpolated between the images in which they were drawn.',
  annotationHeld_one: 'One shape was taken over unchanged from the image in which it was last drawn.',
  annotationHeld_other:
    '{{count, number}} shapes were taken over unchanged from the image in which they were last drawn.',
  annotationKindUnread_one: 'One annotation of the kind "{{kind}}" is not read and is left out.',
  annotationKindUnread_other:
    '{{count, number}} annotations of the kind "{{kind}}" are not read and are left out.',
  annotationTilted: 'The fan of the file leans to one side, so its geometry is not taken over.',

  lossNone: 'All of it is kept in {{format}}.',
  lossClasses_one: '{{format}} has no "{{label}}": one shape is left out.',
  lossClasses_other: '{{format}} has no "{{label}}": {{count, number}} shapes are left out.',
  lossAreas_one: '{{format}} holds lines alone: one area is left out.',
  lossAreas_other: '{{format}} holds lines alone: {{count, number}} areas are left out.',
  lossToOutlines_one: 'One shape becomes its outline.',
  lossToOutlines_other: '{{count, number}} shapes become their outlines.',
  lossToPixels_one: 'One shape becomes pixels: its points are lost.',
  lossToPixels_other:
    '{{count, number}} shapes become pixels: their points are lost, and those that touch or overlap are not told apart.',
  lossLinesAsAreas_one:
    '{{format}} has no lines: other programs show one line as an area as broad as it. The line itself is kept beside that.',
  lossLinesAsAreas_other:
    '{{format}} has no lines: other programs show {{count, number}} lines as areas as broad as they are. The lines themselves are kept beside that.',
  lossRaterOfShape:
    '{{format}} names those who drew all together: which of the {{count, number}} drew a shape is not kept as a field of its own.',
  lossStatus_one: 'What was judged of one shape is lost in {{format}}.',
  lossStatus_other: 'What was judged of {{count, number}} shapes is lost in {{format}}.',
  lossRejected_one: 'One shape that was rejected is left out in {{format}}.',
  lossRejected_other: '{{count, number}} shapes that were rejected are left out in {{format}}.',
  lossAdjudicator_one: 'Who judged one shape, and when, is lost in {{format}}.',
  lossAdjudicator_other: 'Who judged {{count, number}} shapes, and when, is lost in {{format}}.',
  lossTracks_one: 'Which shapes of different images are one thing is lost in {{format}}, for one shape.',
  lossTracks_other:
    'Which shapes of different images are one thing is lost in {{format}}, for {{count, number}} shapes.',
  lossGroups_one: 'Which shapes of an image are one thing is lost in {{format}}, for one shape.',
  lossGroups_other:
    'Which shapes of an image are one thing is lost in {{format}}, for {{count, number}} shapes.',
  lossBreadth_one: 'How broad one line is, is lost in {{format}}.',
  lossBreadth_other: 'How broad {{count, number}} lines are, is lost in {{format}}.',
  lossBLineWay_one:
    '{{format}} draws B-lines across: one that was drawn along is turned, and where it begins and ends is lost.',
  lossBLineWay_other:
    '{{format}} draws B-lines across: {{count, number}} that were drawn along are turned, and where they begin and end is lost.',
  lossTags: 'What is said of the whole clip, such as its zone, is lost in {{format}}.',
  lossSize: 'How large the images are is lost in {{format}}.',
  lossSpacing: 'How large a pixel is, is lost in {{format}}.',
  lossSector: 'Where the fan of the image lies is lost in {{format}}.',
  lossClipUids: 'Which DICOM clip it is about is lost in {{format}}.',
  lossFrameCount: 'How many images the clip has is lost in {{format}}.',
} as const;
