import { z } from 'zod';
import { retirable } from '../../vocabulary/lifecycle.ts';

/** Facts about what goes: retired parts of the vocabulary, merged units, imports and their undoing. */
export const lifecycleFacts = [
  z.strictObject({
    type: z.literal('vocabulary.retired'),
    what: z.enum(retirable),
    id: z.string(),
    reason: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('vocabulary.restored'),
    what: z.enum(retirable),
    id: z.string(),
  }),
  /** What the unit achieved counts for the other one from now on, as if it had always been one. */
  z.strictObject({
    type: z.literal('unit.merged'),
    id: z.string(),
    into: z.string(),
    reason: z.string().optional(),
  }),
  /** The entries from here to the next `import.closed` are one import: one append holds them all. */
  z.strictObject({
    type: z.literal('import.opened'),
    id: z.string(),
    /** The name of its file. */
    name: z.string().optional(),
    lines: z.int().min(0),
  }),
  /** Annuls every result of an import that still stands. */
  z.strictObject({
    type: z.literal('import.undone'),
    import: z.string(),
    reason: z.string(),
  }),
] as const;
