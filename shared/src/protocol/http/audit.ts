import { z } from 'zod';

/** One act: a fact of the ledger at its place in the hash chain. */
export const auditRowSchema = z
  .object({
    seq: z.int(),
    at: z.string(),
    /** Who, as the ledger keeps it: `steward:token`, `leader:…`, `system:clerk`. */
    actor: z.string(),
    /** What the person is called; absent for machines, and once the person is erased. */
    name: z.string().optional(),
    /** It was a person whose account is gone. */
    erased: z.boolean().optional(),
    /** What was done: the type of the fact, such as `result.posted`. */
    kind: z.string(),
    fact: z.record(z.string(), z.unknown()),
    /** Where it came from; known for as long as the board keeps it, and never part of the chain. */
    address: z.string().optional(),
    agent: z.string().optional(),
    prev: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditRow' });
export type AuditRow = z.infer<typeof auditRowSchema>;

export const auditAnswerSchema = z.object({
  seq: z.int(),
  rows: z.array(auditRowSchema),
  /** Ask with `before` this position for earlier acts; absent at the beginning of the board. */
  next: z.int().optional(),
});
export type AuditAnswer = z.infer<typeof auditAnswerSchema>;

export const chainAnswerSchema = z
  .object({
    ok: z.boolean(),
    /** Verified up to here; where it is broken, the entry at fault. */
    seq: z.int(),
    /** Of the last entry that was verified: written down elsewhere, it proves all before it. */
    hash: z.string().optional(),
    head: z.int(),
    why: z.string().optional(),
  })
  .meta({ id: 'ChainVerification' });
export type ChainAnswer = z.infer<typeof chainAnswerSchema>;
