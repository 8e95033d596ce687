/** What a client does: nothing helps, change the request, or the same again after a while. */
export type Retry = 'never' | 'changed' | 'later';

/** How an error answers and how loud it is in the log. */
export interface ErrorKind {
  status: number;
  retry: Retry;
  title: string;
  /** Said when nothing more exact is known; never holds what was asked for. */
  detail: string;
  log: 'debug' | 'info' | 'warn' | 'error';
}

export function define(
  status: number,
  retry: Retry,
  title: string,
  detail: string,
  log: ErrorKind['log'] = 'debug',
): ErrorKind {
  return { status, retry, title, detail, log };
}
