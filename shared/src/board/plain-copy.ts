/** A deep copy of plain data: maps, sets, arrays and plain objects; other values are shared. */
export function copyPlain<T>(value: T): T {
  // Each branch answers with what it was given: the compiler cannot follow that through `T`.
  return copyAny(value) as T;
}

function copyAny(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, copyAny(each)]));
  if (value instanceof Set) return new Set([...value].map(copyAny));
  if (Array.isArray(value)) return value.map(copyAny);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyAny(each)]));
}
