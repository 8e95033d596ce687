import type { Log } from '../log.ts';
import type { Tracing } from './tracing.ts';

/** Loads what it needs only where an endpoint is given. */
export async function openTracing(
  endpoint: string | undefined,
  log: Log,
): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined;
  const { PostTracing } = await import('./post-tracing.ts');
  return new PostTracing(endpoint, log);
}
