import type { Log } from '../server/src/log.ts';

/** Says nothing: writing lines is not what is measured. */
export const quietLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
