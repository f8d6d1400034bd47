/** One comparison level before and after training. */
export interface TrainedLevel {
  readonly field: 'name' | 'birth_date' | 'id' | 'sex' | 'place';
  readonly level: string;
  readonly mBefore: number;
  readonly mAfter: number;
  /** Match weight for a typical person of the registry, in bits. */
  readonly bitsBefore: number;
  readonly bitsAfter: number;
  /** Records of the sample expected at this level of their own person, and in a form that allows it. */
  readonly expected: number;
  readonly possible: number;
}

/** A number of the model that is no m. */
export interface TrainedNumber {
  /** As in the model file, such as `shares.in_registry`. */
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** What `doisoat train` tells of a training. */
export interface TrainingReport {
  readonly modelVersion: string;
  readonly modelSha256: string;
  readonly startedFrom: string;
  readonly inputs: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
  readonly registry: { readonly id: string; readonly persons: number; readonly personsSampled: number };
  /** Distinct records of the sample, and how many are expected to have their person in the registry. */
  readonly records: { readonly sampled: number; readonly matched: number };
  readonly iterations: number;
  readonly converged: boolean;
  readonly levels: readonly TrainedLevel[];
  readonly numbers: readonly TrainedNumber[];
  /** Numbers that no unlabelled data can tell; they stay as they were. */
  readonly kept: readonly TrainedNumber[];
}

/** A level with fewer expected records rests mostly on the starting model. */
export const FEW_RECORDS = 20;
