import { z } from 'zod';

/** An import as it stands now. */
export const importRecordSchema = z
  .object({
    id: z.string(),
    name: z.string().optional(),
    at: z.string(),
    actor: z.string(),
    /** Of the person who did it, while it is known. */
    actorName: z.string().optional(),
    lines: z.int(),
    from: z.int(),
    to: z.int(),
    results: z.int(),
    duplicates: z.int(),
    undone: z
      .object({
        at: z.string(),
        actor: z.string(),
        actorName: z.string().optional(),
        reason: z.string(),
        results: z.int(),
      })
      .optional(),
    /** Results of it that are not annulled. */
    standing: z.int(),
  })
  .meta({ id: 'ImportRecord' });
export type ImportRecordAnswer = z.infer<typeof importRecordSchema>;

export const importRecordsSchema = z.object({
  seq: z.int(),
  imports: z.array(importRecordSchema),
  /** Ask with it as `before` for earlier ones. */
  next: z.string().optional(),
});
export type ImportRecordsAnswer = z.infer<typeof importRecordsSchema>;

const recordSchema = z.object({
  metric: z.string(),
  scope: z.string(),
  sector: z.string().optional(),
  value: z.string(),
  achievedAt: z.string(),
  holders: z.array(z.string()),
  result: z.string(),
});

const changes = {
  metrics: z.array(z.object({ metric: z.string(), results: z.int() })),
  records: z.array(z.object({ before: recordSchema, after: recordSchema.nullable() })),
};

/** What making one unit of two would do. */
export const mergerPreviewSchema = z
  .object({
    seq: z.int(),
    /** That stand and would count for the other unit. */
    results: z.int(),
    ...changes,
  })
  .meta({ id: 'UnitMergerPreview' });
export type MergerPreviewAnswer = z.infer<typeof mergerPreviewSchema>;

export const undoAnswerSchema = z
  .object({
    seq: z.int(),
    results: z.int(),
    verified: z.int(),
    gone: z.int(),
    units: z.array(z.string()),
    ...changes,
  })
  .meta({ id: 'ImportUndo' });
export type UndoAnswer = z.infer<typeof undoAnswerSchema>;
