/**
 * Where on the chest the probe stands and how the hand holds it.
 *
 * The skin is a flat map in millimetres: `aroundMm` runs from the midline of the sternum (0) along the skin, positive to
 * the patient's left, so that the spine lies at half the girth either way; `downMm` runs from the level of the
 * clavicles (0) towards the feet.
 */
export interface ProbePose {
  readonly aroundMm: number;
  readonly downMm: number;
  /**
   * Direction of the image's left edge, on the skin: 0 to the head (a longitudinal view, across the ribs), a quarter
   * turn to the patient's right (transverse). Radians.
   */
  readonly rotationRad: number;
  /** Fanning out of the image plane; 0 stands square on the skin. Radians. */
  readonly tiltRad: number;
  /** How hard it is pressed, 0 (just touching, poor contact) to 1. */
  readonly pressure: number;
}
