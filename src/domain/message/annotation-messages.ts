/** Formats of annotations by their own names, the same in every language. */
export type AnnotationFormatName = 'SlicerUltrasound' | 'CVAT' | 'COCO' | 'PNG' | 'CSV' | 'DICOM SR';

interface OfFormat {
  readonly format: AnnotationFormatName;
}
interface Counted {
  readonly count: number;
}
interface Most {
  readonly most: number;
}
interface LabelNamed {
  readonly label: string;
}

/** Why a file of annotations cannot be used as it is. */
interface AnnotationRefusals {
  readonly annotationUnknown: { readonly name: string };
  readonly annotationJsonDamaged: { readonly name: string };
  readonly annotationDamaged: OfFormat;
  /** The place by the fields of the file. */
  readonly annotationDamagedAt: OfFormat & { readonly place: string };
  readonly annotationBytes: { readonly megabytes: number; readonly most: number };
  readonly annotationFramesTooMany: Most;
  readonly annotationShapesTooMany: Most;
  readonly annotationPointsTooMany: Most;
  readonly annotationMasksTooLarge: Most;
  readonly annotationLabelsTooMany: Most;
  readonly annotationSizeMissing: OfFormat;
  readonly annotationSizesDiffer: OfFormat;
  readonly annotationSpacingMissing: OfFormat;
  readonly annotationClipUidMissing: Record<never, never>;
  readonly annotationPngKind: { readonly name: string };
  readonly annotationPngMissing: { readonly name: string };
  readonly annotationForeignUid: Record<never, never>;
  readonly annotationForeignSize: {
    readonly width: number;
    readonly height: number;
    readonly clipWidth: number;
    readonly clipHeight: number;
  };
  /** Images are counted from 1 for people. */
  readonly annotationForeignFrame: { readonly image: number; readonly images: number };
  readonly annotationOutside: Counted & LabelNamed & { readonly image: number };
  readonly annotationLabelUnknown: LabelNamed & { readonly others: number };
  readonly annotationNothingLeft: OfFormat;
}

/** Notes on how what is in a file was taken up. */
interface AnnotationMappings {
  readonly annotationSpaceGuessed: { readonly space: 'LPS' | 'RAS' };
  readonly annotationFramesByOrder: OfFormat;
  readonly annotationInterpolated: Counted;
  readonly annotationHeld: Counted;
  readonly annotationKindUnread: Counted & { readonly kind: string };
  readonly annotationTilted: Record<never, never>;
}

/** What does not come through when an annotation is written in a format. */
interface AnnotationLosses {
  readonly lossNone: OfFormat;
  readonly lossClasses: OfFormat & Counted & LabelNamed;
  readonly lossAreas: OfFormat & Counted;
  readonly lossToOutlines: OfFormat & Counted;
  readonly lossToPixels: OfFormat & Counted;
  readonly lossLinesAsAreas: OfFormat & Counted;
  readonly lossRaterOfShape: OfFormat & Counted;
  readonly lossStatus: OfFormat & Counted;
  readonly lossRejected: OfFormat & Counted;
  readonly lossAdjudicator: OfFormat & Counted;
  readonly lossTracks: OfFormat & Counted;
  readonly lossGroups: OfFormat & Counted;
  readonly lossBreadth: OfFormat & Counted;
  readonly lossBLineWay: OfFormat & Counted;
  readonly lossTags: OfFormat;
  readonly lossSize: OfFormat;
  readonly lossSpacing: OfFormat;
  readonly lossSector: OfFormat;
  readonly lossClipUids: OfFormat;
  readonly lossFrameCount: OfFormat;
}

export interface AnnotationMessages extends AnnotationRefusals, AnnotationMappings, AnnotationLosses {}
