import { memberRoleSchema, slugSchema } from '@emulation/shared';
import { z } from 'zod';

/** What members of a group of the identity provider are on a board. */
const groupRoleSchema = z
  .strictObject({
    group: z.string().min(1).max(300),
    board: slugSchema,
    role: memberRoleSchema,
    /** The units that a leader leads. */
    units: z.array(slugSchema).min(1).max(200).optional(),
  })
  .refine(({ role, units }) => (role === 'leader') === (units !== undefined), {
    path: ['units'],
    error: 'a leader has units, and nobody else',
  });
export type GroupRole = z.output<typeof groupRoleSchema>;

const listSchema = z.array(groupRoleSchema).max(5000);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** From the text of a variable; what is wrong is said by its place in the list. */
export const groupRolesSchema = z.string().transform((text, context) => {
  const read = listSchema.safeParse(parse(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  context.addIssue(
    `must be a JSON list of roles: ${place === '' ? '' : `${place}: `}${issue?.message}`,
  );
  return z.NEVER;
});
