import { providerProblems } from './needed-together.ts';
import { variables, type Variable } from './variables.ts';

type Variables = typeof variables;
type ValueOf<V> = V extends Variable<infer T> ? T : never;

/** What the environment says, checked. */
export type Environment = { [Name in keyof Variables]: ValueOf<Variables[Name]> };

export type ConfigOutcome =
  | { kind: 'read'; config: Environment }
  /** One problem a line: the variable and the reason, never its value. */
  | { kind: 'bad'; problems: string[] };

export interface VariableDescription {
  name: string;
  description: string;
  default: string;
}

/** The table of the documentation. */
export function describeVariables(): VariableDescription[] {
  return Object.entries(variables).map(([name, { description, default: shown }]) => ({
    name,
    description,
    default: shown,
  }));
}

/** Reads the environment; an empty string counts as unset. */
export function readConfig(env: Record<string, string | undefined>): ConfigOutcome {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema }] of Object.entries(variables)) {
    const read = schema.safeParse(env[name]?.trim() || undefined);
    if (read.success) config[name] = read.data;
    else problems.push(`${name}: ${read.error.issues[0]?.message ?? 'is not valid'}`);
  }
  if (problems.length === 0) problems.push(...providerProblems(config));
  if (problems.length > 0) return { kind: 'bad', problems };
  // Every name of the table was read by its own schema just now.
  return { kind: 'read', config: config as Environment };
}
