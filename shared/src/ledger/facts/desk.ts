import { z } from 'zod';

/** What is done in a desk and changes nothing that the fold knows. */
export const deskActs = [
  'device-signed-out',
  'person-signed-out',
  'everybody-signed-out',
  'screen-approved',
  'screen-refused',
  'webhook-secret-renewed',
  'webhook-tested',
  'wall-shown',
  'wall-reloaded',
  'wall-identified',
] as const;
export type DeskAct = (typeof deskActs)[number];

/**
 * That it was done, for whoever asks later: ids alone, no names and no secrets. It derives nothing,
 * so nobody but a reader of the ledger learns of it.
 */
export const deskFacts = [
  z.strictObject({
    type: z.literal('desk.acted'),
    act: z.enum(deskActs),
    /** Of the device, the display or the webhook. */
    id: z.string().optional(),
    /** Whose sessions ended. */
    person: z.string().optional(),
  }),
] as const;
