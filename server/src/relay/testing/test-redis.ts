/** The Redis that `npm test` starts; absent, the tests that need it fail. */
export function testRedisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (url === undefined) throw new Error('TEST_REDIS_URL is not set: run `npm test`');
  return url;
}
