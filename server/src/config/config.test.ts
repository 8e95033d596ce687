import { describe, expect, it } from 'vitest';
import { describeVariables, readConfig } from './config.ts';

const problemsOf = (env: Record<string, string>) => {
  const outcome = readConfig(env);
  return outcome.kind === 'bad' ? outcome.problems : [];
};

describe('configuration', () => {
  it('[CF1] everything is optional and has the documented default', () => {
    const outcome = readConfig({});
    expect(outcome).toMatchObject({
      kind: 'read',
      config: { PORT: 8080, HOST: '0.0.0.0', DATA_DIR: './data', SEED: 'demo', LOG_LEVEL: 'info' },
    });
  });

  it('[CF1] an empty string counts as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', SEED: ' ' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://localhost/board'],
    ['DATABASE_URL', 'not a url'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis+sentinel://sentinel:26379'],
    ['REDIS_URL', 'redis+cluster://one:7000,,three:7000'],
    ['REDIS_URL', 'redis+cluster://one:7000,two:port'],
    ['REDIS_URL', 'redis+cluster://one:7000/0'],
    ['REDIS_URL', 'redis+sentinel://sentinel:26379/master?db=one'],
    ['PUBLIC_URL', 'board.example.org'],
    ['PUBLIC_URL', 'https://board.example.org/path'],
    ['STEWARD_TOKEN', 'with a space'],
    ['SEED', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO_PACE_MS', '0'],
    ['OIDC_ISSUER', 'id.example.org'],
    ['OIDC_ROLES', 'not JSON'],
    ['OIDC_ROLES', '[{"group":"a","board":"plant","role":"leader"}]'],
    ['TRUST_PROXY', 'zzz'],
    ['TRUST_PROXY', '10.0.0.1, '],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '0.0.0.0/0'],
  ])('[CF2] a bad %s (%s) is refused, naming the variable and not its value', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: \\S`));
    expect(problems[0]).not.toContain(value === '0' ? '=0' : `${value} `);
  });

  it('[CF2] half an identity provider is none, and a role in the list is named by its place', () => {
    expect(problemsOf({ OIDC_ISSUER: 'https://id.example.org' })).toEqual([
      expect.stringMatching(/^OIDC_CLIENT_ID: is needed/),
      expect.stringMatching(/^OIDC_CLIENT_SECRET: is needed/),
    ]);
    const role = { group: 'a', board: 'plant', role: 'leader', units: ['press'] };
    const roles = JSON.stringify([role, { ...role, role: 'king' }]);
    expect(problemsOf({ OIDC_ROLES: roles })[0]).toMatch(/^OIDC_ROLES: .*1\.role: /);
    expect(readConfig({ OIDC_ROLES: JSON.stringify([role]) })).toMatchObject({
      config: { OIDC_ROLES: [role], OIDC_GROUPS_CLAIM: 'groups' },
    });
  });

  it('[CF1] proxies are addresses, ranges, or the named ranges, of both families', () => {
    const given = '10.0.0.1, 10.0.0.0/8, fd00::/8, ::1, loopback';
    expect(readConfig({ TRUST_PROXY: given })).toMatchObject({
      config: { TRUST_PROXY: ['10.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1', 'loopback'] },
    });
  });

  it('[CF2] every bad variable is named at once', () => {
    expect(problemsOf({ PORT: 'x', SEED: 'y' })).toHaveLength(2);
  });

  it('[CF3] every variable is described for the documentation', () => {
    for (const { description, default: shown } of describeVariables()) {
      expect(description).toMatch(/\.$/);
      expect(shown).not.toBe('');
    }
  });

  it('reads an origin with a trailing slash as the origin', () => {
    const outcome = readConfig({ PUBLIC_URL: 'https://board.example.org/' });
    expect(outcome).toMatchObject({ config: { PUBLIC_URL: 'https://board.example.org' } });
  });
});
