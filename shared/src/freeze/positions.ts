import type { z } from 'zod';
import { factSchema, type Fact, type FactType } from '../ledger/entry.ts';
import { positionSchema } from '../ledger/facts/result.ts';

type Move = (position: number) => number;
/** Moves every position inside a value of one schema. */
type Mover = (value: unknown, move: Move) => unknown;

function moverOfObject(shape: Readonly<Record<string, z.core.$ZodType>>): Mover | undefined {
  const movers = Object.entries(shape).flatMap(([name, schema]): [string, Mover][] => {
    const mover = moverOf(schema);
    return mover ? [[name, mover]] : [];
  });
  if (movers.length === 0) return undefined;
  return (value, move) => {
    const moved = { ...(value as Record<string, unknown>) };
    for (const [name, mover] of movers)
      if (moved[name] !== undefined) moved[name] = mover(moved[name], move);
    return moved;
  };
}

/** Alternatives that hold positions must not differ in where: there are none that do. */
function moverOfEither(options: readonly z.core.$ZodType[]): Mover | undefined {
  return options.map(moverOf).find((mover) => mover !== undefined);
}

function moverOfArray(element: z.core.$ZodType): Mover | undefined {
  const mover = moverOf(element);
  return mover && ((value, move) => (value as unknown[]).map((each) => mover(each, move)));
}

function moverOfInner(inner: z.core.$ZodType): Mover | undefined {
  const mover = moverOf(inner);
  return mover && ((value, move) => (value === null ? null : mover(value, move)));
}

function moverOf(schema: z.core.$ZodType): Mover | undefined {
  if (schema === positionSchema) return (value, move) => move(value as number);
  // All schemas of this package are made by zod, whose kinds this union lists.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return moverOfObject(def.shape);
  if (def.type === 'array') return moverOfArray(def.element);
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default')
    return moverOfInner(def.innerType);
  if (def.type === 'pipe') return moverOf(def.out);
  return def.type === 'union' ? moverOfEither(def.options) : undefined;
}

let movers: ReadonlyMap<FactType, Mover> | undefined;

/** Found in the schemas themselves: a new fact that uses `positionSchema` needs nothing here. */
function readMovers(): ReadonlyMap<FactType, Mover> {
  return new Map(
    factSchema.options.flatMap((option): [FactType, Mover][] => {
      const mover = moverOf(option);
      return mover ? [[option.shape.type.value, mover]] : [];
    }),
  );
}

function moverOfFact(fact: Fact): Mover | undefined {
  movers ??= readMovers();
  return movers.get(fact.type);
}

/** Positions of the entries that a fact refers to. */
export function positionsNamedBy(fact: Fact): number[] {
  const named: number[] = [];
  moverOfFact(fact)?.(fact, (position) => {
    named.push(position);
    return position;
  });
  return named;
}

/** The same fact with every position it refers to moved. */
export function movePositions(fact: Fact, move: Move): Fact {
  const mover = moverOfFact(fact);
  // The mover of a fact's schema gives a fact of that schema.
  return mover ? (mover(fact, move) as Fact) : fact;
}
