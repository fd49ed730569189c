/** Everyone who reads the frames: who they are, in the order in which the tables have them. */
export const READERS = {
  network: 'The network',
  raster: "Knows the truth, answers in the network's cells",
  contrast_minus_2: 'Knows the truth, asks for 2 dB less contrast',
  contrast_minus_1: 'Knows the truth, asks for 1 dB less contrast',
  contrast_plus_1: 'Knows the truth, asks for 1 dB more contrast',
  contrast_plus_2: 'Knows the truth, asks for 2 dB more contrast',
  edges_out: 'Knows the truth, draws edges half a pixel out',
  edges_in: 'Knows the truth, draws edges half a pixel in',
  deeper: 'Knows the truth, draws it half a pixel deeper',
} as const;

/** The network with one kind of its errors taken away: which part of the error in grade and score they make. */
export const MENDED = {
  network: 'The network',
  all_scored: 'The network, what it is unsure of scored too',
  threshold_mended: 'without whole findings wrong within 2 dB of the threshold',
  presence_mended: 'without classes that it alone has or lacks',
  shapes_mended: 'without errors in classes that both have',
  pleura_mended: "with the truth's pleural line",
} as const;

/** The network with every finding held this many times as likely, against background, as it says. */
export const BOLDER = {
  network: 'The network',
  bolder_4: 'every finding 4 times as likely',
  bolder_16: 'every finding 16 times as likely',
  bolder_64: 'every finding 64 times as likely',
} as const;

/** The network on frames in several realisations of speckle and noise. */
export const GRAINS = {
  one_image: 'The network on one image',
  itself: 'The network on one image, against itself on another',
  mean_realisations: 'Mean of its probabilities over all realisations',
  mean_images: 'Mean over five consecutive images',
} as const;

/** The network on other exams. */
export const EXAMS = {
  learnt: 'Exams that it learnt from',
  unseen: 'Other exams of the same ranges of anatomy',
} as const;

export type ReaderName =
  | keyof typeof READERS
  | keyof typeof MENDED
  | keyof typeof BOLDER
  | keyof typeof GRAINS
  | keyof typeof EXAMS;
