import type { ExperienceHappening } from '../experiences/happening.ts';
import type { CooperationHappening } from '../cooperation/happening.ts';
import type { VerificationHappening } from '../verification/happening.ts';
import type { LostRecord, OfResult, PreviousMark, Scope } from './told-result.ts';
import type { HonourHappening } from '../honours/happening.ts';
import type { StandardHappening } from '../standards/happening.ts';
import { driveHappeningKinds, type DriveHappeningBody } from '../drives/happening.ts';

export { scopes } from './told-result.ts';
export type { LostRecord, PreviousMark, Scope } from './told-result.ts';

/** What the board derives and announces. Values are decimal strings, units and sectors are ids. */
export type HappeningBody =
  | ({
      kind: 'record';
      scope: Scope;
      how: 'broken' | 'equalled';
      breakthrough: boolean;
      previous: PreviousMark | null;
      provisional: boolean;
    } & OfResult)
  /** Follows the records of a result that beats the old board or sector record by the margin. */
  | ({
      kind: 'breakthrough';
      scope: Scope;
      previous: PreviousMark;
      provisional: boolean;
    } & OfResult)
  /** `unit` passed `overtaken`, or fell behind `overtakenBy` (one of the two is empty). */
  | {
      kind: 'overtake';
      metric: string;
      unit: string;
      overtaken: string[];
      overtakenBy: string[];
      before: number;
      after: number;
    }
  | { kind: 'new-leader'; metric: string; leaders: string[]; previous: string[]; score: string }
  | ({ kind: 'verification' } & OfResult)
  /** `rejected`: it was not recognised, rather than withdrawn. */
  | ({ kind: 'annulment'; rejected?: true; reason: string; lost: LostRecord[] } & OfResult)
  /** `kept`: standing records that it holds still, but otherwise than announced. */
  | ({
      kind: 'correction';
      reason: string;
      before: string;
      lost: LostRecord[];
      kept?: LostRecord[];
    } & OfResult)
  | ExperienceHappening
  | CooperationHappening
  | VerificationHappening
  | HonourHappening
  | StandardHappening
  | DriveHappeningBody
  | { kind: 'import'; results: number; units: number; metrics: number }
  | { kind: 'import-undone'; results: number; reason: string }
  /** What `unit` achieved counts for `into` from now on. */
  | { kind: 'unit-merged'; unit: string; into: string };

export type HappeningKind = HappeningBody['kind'];

/** The compiler finds a kind that is missing here. */
export const happeningKinds = {
  record: 'record',
  breakthrough: 'breakthrough',
  overtake: 'overtake',
  'new-leader': 'new-leader',
  verification: 'verification',
  annulment: 'annulment',
  correction: 'correction',
  'experience-written': 'experience-written',
  'experience-offered': 'experience-offered',
  'experience-adopted': 'experience-adopted',
  'experience-sustained': 'experience-sustained',
  'partner-declined': 'partner-declined',
  attestation: 'attestation',
  objection: 'objection',
  'objection-dismissed': 'objection-dismissed',
  import: 'import',
  'import-undone': 'import-undone',
  'unit-merged': 'unit-merged',
  honour: 'honour',
  'honour-withdrawn': 'honour-withdrawn',
  'standard-raised': 'standard-raised',
  'standard-lowered': 'standard-lowered',
  'standard-reached': 'standard-reached',
  ...driveHappeningKinds,
} as const satisfies { [Kind in HappeningKind]: Kind };

/** `n` counts from 1 the happenings of one position; `at` is when the entry was received. */
export type Happening = {
  board: string;
  epoch: string;
  seq: number;
  n: number;
  at: string;
} & HappeningBody;
