import type { IncomingHttpHeaders } from 'node:http';
import { invalid } from '../errors/recognition.ts';

/**
 * The version that a change is to replace: that of `If-Match: "3"`, 0 with `If-None-Match: *`, and
 * none where the sender sets no condition.
 */
export function replacedVersion(headers: IncomingHttpHeaders): number | undefined {
  const wanted = headers['if-match'];
  if (headers['if-none-match'] !== undefined) {
    if (headers['if-none-match'] === '*' && wanted === undefined) return 0;
    throw invalid([{ path: 'If-None-Match', message: 'can only be `*`, without `If-Match`' }]);
  }
  if (wanted === undefined) return undefined;
  const version = /^"(\d{1,9})"$/.exec(wanted)?.[1];
  if (version === undefined)
    throw invalid([{ path: 'If-Match', message: 'must be one version in quotes, such as "3"' }]);
  return Number(version);
}

export const versionTag = ({ version }: { version: number }): string => `"${version}"`;
