import { z } from 'zod';
import { decimalSchema } from '../../vocabulary/decimal-schema.ts';
import { driveBodySchema, driveStateSchema } from '../../vocabulary/drive.ts';

/** Facts about drives: written, moved from state to state, pledged in, revealed. */
export const driveFacts = [
  driveBodySchema.extend({
    type: z.literal('drive.put'),
    id: z.string(),
    /** The version that its writer had before them, 0 for none: it does not fit another one. */
    replaces: z.int().min(0).optional(),
  }),
  z.strictObject({
    type: z.literal('drive.moved'),
    id: z.string(),
    to: driveStateSchema,
    reason: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('drive.pledged'),
    drive: z.string(),
    unit: z.string(),
    tasks: z.record(z.string(), decimalSchema),
  }),
  /** A presenter takes the stage, or keeps it. */
  z.strictObject({
    type: z.literal('drive.staged'),
    drive: z.string(),
    presenter: z.string(),
    name: z.string(),
  }),
  /** `count`: rows revealed so far, from the bottom place up. */
  z.strictObject({
    type: z.literal('drive.revealed'),
    drive: z.string(),
    count: z.int().min(1),
  }),
  z.strictObject({ type: z.literal('drive.removed'), id: z.string() }),
] as const;

export type DriveFactType =
  | 'drive.put'
  | 'drive.moved'
  | 'drive.pledged'
  | 'drive.staged'
  | 'drive.revealed'
  | 'drive.removed';
