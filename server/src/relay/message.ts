import {
  displayCommandSchema,
  displayLimits,
  entrySchema,
  wallStatusSchema,
} from '@emulation/shared';
import { z } from 'zod';

const position = z.int().min(1);

/** What nodes tell each other. Positions always; the entries when they are small. */
export const relayMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('committed'),
    board: z.string(),
    epoch: z.string(),
    from: position,
    to: position,
    entries: z.array(entrySchema).exactOptional(),
    /** Traces that entries belong to, as `traceparent`; none unless traces are asked for. */
    traces: z.array(z.tuple([position, z.string().max(64)])).exactOptional(),
  }),
  /** The board has a new epoch or is gone: forget what you hold and look at the ledger. */
  z.strictObject({ kind: z.literal('replaced'), board: z.string() }),
  z.strictObject({
    kind: z.literal('presence'),
    node: z.string(),
    counts: z.record(z.string(), z.int().min(0)),
  }),
  /** Cheers that wait on a node to be counted: sums. */
  z.strictObject({
    kind: z.literal('cheers'),
    node: z.string(),
    board: z.string(),
    units: z.array(z.tuple([z.string(), position])),
    results: z.array(z.tuple([position, position])),
  }),
  /** Walls of a node: those that changed, and now and then all of them. */
  z.strictObject({
    kind: z.literal('walls'),
    node: z.string(),
    board: z.string(),
    walls: z.array(wallStatusSchema),
  }),
  /** What a node's walls have shown of one record. */
  z.strictObject({
    kind: z.literal('receipt'),
    node: z.string(),
    board: z.string(),
    receipt: z.strictObject({
      epoch: z.string(),
      seq: position,
      connected: z.array(z.string()).max(displayLimits.displays * 2),
      shown: z
        .array(z.tuple([z.string(), z.int().min(0), z.int().min(0)]))
        .max(displayLimits.displays * 2),
    }),
  }),
  /** Sessions and tokens that were ended: whoever is connected with one falls silent. */
  z.strictObject({ kind: z.literal('credentials'), ended: z.array(z.string()).max(10_000) }),
  /** To the node that has the wall; `call` tells the answer. */
  z.strictObject({
    kind: z.literal('wall-command'),
    call: z.string(),
    board: z.string(),
    display: z.string(),
    command: displayCommandSchema,
  }),
  z.strictObject({
    kind: z.literal('wall-answer'),
    call: z.string(),
    outcome: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('done') }),
      z.strictObject({ kind: z.literal('silent') }),
      z.strictObject({ kind: z.literal('refused'), detail: z.string() }),
    ]),
  }),
]);
export type RelayMessage = z.infer<typeof relayMessageSchema>;
