import { z } from 'zod';

/** What somebody does to the own account, on whatever board they are. */
const ownActs = [
  'own-name-changed',
  'own-password-set',
  'own-passkey-added',
  'own-passkey-removed',
  'own-device-signed-out',
  'own-devices-signed-out',
] as const;

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
  'backup-taken',
  ...ownActs,
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
    /** Of the device, the key, the display or the webhook. */
    id: z.string().optional(),
    /** Whose sessions ended. */
    person: z.string().optional(),
  }),
] as const;
