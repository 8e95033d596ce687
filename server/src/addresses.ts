import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

const everywhere = new Set(['0.0.0.0', '::', '']);

const originAt = (host: string, port: number) =>
  `http://${host.includes(':') ? `[${host}]` : host}${port === 80 ? '' : `:${port}`}`;

/** The origins under which people reach a server that listens on `host`. */
export function originsOf(
  host: string,
  { port }: Pick<AddressInfo, 'port'>,
  publicUrl: string | undefined,
): { origin: string; others: string[] } {
  if (publicUrl !== undefined) return { origin: publicUrl, others: [] };
  if (!everywhere.has(host)) return { origin: originAt(host, port), others: [] };
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => originAt(address, port));
  return { origin: originAt('localhost', port), others };
}
