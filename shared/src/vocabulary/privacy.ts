import { z } from 'zod';

export const maxOriginsDays = 3650;

/** Body of `PUT …/privacy`. */
export const privacyRulesSchema = z
  .strictObject({
    names: z
      .enum(['hidden', 'shown'])
      .describe('Whether everybody who sees the board reads who posted, verified and wrote.'),
    originsDays: z
      .int()
      .min(1)
      .max(maxOriginsDays)
      .describe('How long the audit trail keeps addresses and browsers of acts.'),
  })
  .meta({ id: 'PrivacyRules' });
export type PrivacyRules = z.output<typeof privacyRulesSchema>;

/** Nobody's name is shown, until a steward says otherwise. */
export function createPrivacyRules(): PrivacyRules {
  return { names: 'hidden', originsDays: 90 };
}
