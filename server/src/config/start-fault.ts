import { LedgerUnavailable } from '../ledger/ledger.ts';
import { LedgerUnusable } from '../ledger/ledger-unusable.ts';
import type { Environment } from './config.ts';

type Place = Pick<Environment, 'HOST' | 'PORT' | 'DATABASE_URL'>;

const reasons: Record<string, (place: Place) => string> = {
  EADDRINUSE: ({ PORT }) => `PORT: ${PORT} is in use by another program`,
  EACCES: ({ PORT }) => `PORT: ${PORT} may not be used by this user`,
  EADDRNOTAVAIL: ({ HOST }) => `HOST: ${HOST} is no address of this machine`,
  ENOTFOUND: ({ HOST }) => `HOST: ${HOST} is not known`,
  EINVAL: ({ HOST }) => `HOST: ${HOST} cannot be listened on`,
};

/** The variable and the reason when the configuration keeps the server from starting. */
export function startFault(error: unknown, place: Place): string | undefined {
  if (error instanceof LedgerUnusable) return error.message;
  // It could be opened, and then not be read: a damaged page shows only when it is asked for.
  if (error instanceof LedgerUnavailable)
    return `${place.DATABASE_URL === undefined ? 'DATA_DIR' : 'DATABASE_URL'}: ${error.message}`;
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const isListening = error.syscall === 'listen' || error.syscall === 'getaddrinfo';
  return isListening ? reasons[String(error.code)]?.(place) : undefined;
}
