import type { FactProblem } from '@emulation/shared';
import { invalid } from '../errors/recognition.ts';
import { Refusal, type FieldProblem } from '../errors/refusal.ts';

const fields = (problems: readonly FactProblem[]): FieldProblem[] =>
  problems.map(({ path, message }) => ({ path, message }));

/** What the board has against a fact: unknown ids first, then values, then conflicts. */
export function refusalOf(problems: readonly FactProblem[]): Refusal {
  const unknown = problems.filter(({ kind }) => kind.startsWith('unknown-'));
  const values = problems.filter(({ kind }) => kind === 'invalid');
  const [first] = unknown.length > 0 ? unknown : problems.filter(({ kind }) => kind !== 'invalid');
  if (unknown.length === 0 && values.length > 0) return invalid(fields(values));
  if (!first || first.kind === 'invalid') return invalid(fields(problems));
  const { kind, path, message } = first;
  // The id is part of the address there, and no field of the body is at fault.
  if (path === 'id') return new Refusal(kind);
  return new Refusal(kind, { detail: `${path}: ${message}`, errors: fields(problems) });
}
