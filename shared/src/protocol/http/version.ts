import { z } from 'zod';
import { editedKinds } from '../../editing/versions.ts';

export const editedKindSchema = z.enum(editedKinds);

/** What stands now, and the version that a change of it names in `If-Match`. */
export const versionAnswerSchema = z
  .object({
    /** 0: there is none yet. */
    version: z.int(),
    /** As its `PUT` takes it; absent where there is none. */
    item: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Version' });
export type VersionAnswer = z.infer<typeof versionAnswerSchema>;
