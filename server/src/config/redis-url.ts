/** One Redis, or sentinels that know the master by its name; `relay/redis/address.ts` says how. */
export function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, searchParams } = new URL(text);
  if (/^rediss?:$/.test(protocol)) return true;
  return (
    /^rediss?\+sentinel:$/.test(protocol) &&
    /^\/[\w%.-]+$/.test(pathname) &&
    /^\d{1,4}$/.test(searchParams.get('db') ?? '0') &&
    searchParams.getAll('sentinel').every((other) => URL.canParse(`redis://${other}`))
  );
}
