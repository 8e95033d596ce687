/** The parts of `redis+cluster://user:password@host:6379,other:6379`; no URL can name several hosts. */
export function readClusterUrl(text: string): {
  isSecret: boolean;
  userInfo: string;
  places: string[];
} {
  const [, protocol = '', userInfo = '', hosts = ''] =
    /^(rediss?)\+cluster:\/\/(?:([^@]*)@)?([^@/?#]+)\/?$/.exec(text) ?? [];
  return { isSecret: protocol === 'rediss', userInfo, places: hosts.split(',') };
}

function isClusterUrl(text: string): boolean {
  const { userInfo, places } = readClusterUrl(text);
  const isPlace = (place: string) => place !== '' && URL.canParse(`redis://${place}`);
  return places.every(isPlace) && URL.canParse(`redis://${userInfo}@cluster`);
}

/**
 * One Redis, sentinels that know the master by its name, or nodes of a cluster;
 * `relay/redis/address.ts` says how.
 */
export function isRedisUrl(text: string): boolean {
  if (/^rediss?\+cluster:/.test(text)) return isClusterUrl(text);
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
