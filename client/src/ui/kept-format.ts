/**
 * The same with an answer kept for each list of words it is asked with: making a format of `Intl`
 * costs more than all that is done with it.
 */
export function keptFormat<A extends (string | number)[], T>(
  make: (...asked: A) => T,
): (...asked: A) => T {
  const known = new Map<string, T>();
  return (...asked) => {
    const key = asked.join('\n');
    let made = known.get(key);
    if (made === undefined) known.set(key, (made = make(...asked)));
    return made;
  };
}
