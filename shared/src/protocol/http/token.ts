import { z } from 'zod';
import { displayIdSchema } from '../../vocabulary/display.ts';
import { nameSchema, slugSchema } from '../../vocabulary/slug.ts';

const tokenAnswerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    right: z.enum(['read', 'post', 'screen']),
    units: z.array(z.string()).optional(),
    metrics: z.array(z.string()).optional(),
    madeAt: z.string(),
    madeBy: z
      .object({ actor: z.string(), name: z.string().optional() })
      .describe('Who made it, or admitted the display; without a name where that person is gone.'),
    expiresAt: z.string().optional(),
    lastUsedAt: z.string().optional().describe('To the minute.'),
    display: z.string().optional().describe('The wall that a screen is.'),
  })
  .meta({ id: 'Token' });
export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

/** Those of machines, or of displays that were admitted; all where it is left out. */
export const tokensQuerySchema = z.strictObject({
  of: z.enum(['machines', 'screens']).optional().describe('Only those of these; all without it.'),
});

export const tokensAnswerSchema = z.object({ seq: z.int(), tokens: z.array(tokenAnswerSchema) });
/** `secret` is in the answer that made it, and in no other. */
export const tokenMadeAnswerSchema = z.object({ token: tokenAnswerSchema, secret: z.string() });
export type TokenMadeAnswer = z.infer<typeof tokenMadeAnswerSchema>;

const pixels = z.int().min(1).max(100_000);
const screenSizeSchema = z.strictObject({ width: pixels, height: pixels });

/** A display asks to be admitted. */
export const deviceRequestSchema = z.strictObject({
  /** The board it is to show; left out, that of the steward who admits it. */
  board: slugSchema.optional(),
  /** The wall it is, as it names itself. */
  display: displayIdSchema.optional(),
  /** How large its picture is, in pixels of its page. */
  screen: screenSizeSchema.optional(),
});

/** RFC 8628, 3.2. */
export const deviceCodeSchema = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  verification_uri_complete: z.string(),
  expires_in: z.int(),
  interval: z.int(),
});
export type DeviceCode = z.infer<typeof deviceCodeSchema>;

export const deviceTokenRequestSchema = z.strictObject({
  device_code: z.string().min(1).max(200),
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:device_code').optional(),
  client_id: z.string().max(100).optional(),
});

/** RFC 8628, 3.5. */
export const deviceTokenSchema = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  scope: z.string(),
  board: z.string().describe('The board it was admitted to.'),
});
export type DeviceToken = z.infer<typeof deviceTokenSchema>;
export const deviceErrorSchema = z.object({
  error: z.enum(['authorization_pending', 'slow_down', 'access_denied', 'expired_token']),
});
export type DeviceError = z.infer<typeof deviceErrorSchema>;

/** What a steward is shown of a display that asks. */
export const askingScreenSchema = z.object({
  code: z.string(),
  board: z.string().optional().describe('The board it asks for; any, where it names none.'),
  display: z.string().optional(),
  screen: screenSizeSchema.optional(),
  device: z.string().describe('The browser it says it is.'),
  address: z.string().describe('From which it asked.'),
  askedAt: z.string(),
  expiresAt: z.string(),
});
export type AskingScreen = z.infer<typeof askingScreenSchema>;

export const screenDecisionSchema = z.strictObject({
  name: nameSchema.optional(),
  /** What it shows; left out it keeps what it had, `null` lets it choose for itself. */
  playlist: slugSchema.nullable().optional(),
  decision: z.enum(['approve', 'deny']),
});
export type ScreenDecision = z.infer<typeof screenDecisionSchema>;
