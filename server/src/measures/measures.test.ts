import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from '../http/testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterAll(() => server.close());

const measuresFor = async (as: 'anonymous' | 'steward') =>
  (await server.call('/metrics', { as })).text;
const fileOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('measures', () => {
  it('[CF7] tell operators how long requests took, by route and never by address', async () => {
    await server.post({ unit: 'alpha', metric: 'output', value: 1 });
    await server.board('/works/nothing-here');
    const text = await measuresFor('steward');
    const post = 'method="POST",route="/api/v1/boards/:board/results",status="2xx"';
    expect(text).toContain(`board_request_seconds_count{${post}} 1`);
    expect(text).toMatch(/board_request_seconds_count\{method="GET",route="[^"]*",status="4xx"\}/);
    expect(text).not.toContain('nothing-here');
    expect(text).not.toContain('works/');
  });

  it('[CF8] tell nobody else what is done here, and a wrong token nothing', async () => {
    const text = await measuresFor('anonymous');
    expect(text).toContain('board_ready 1');
    expect(text).toContain('board_relay_healthy 1');
    expect(text).not.toContain('board_request_seconds');
    expect(text).not.toContain('board_encodings_total');
    const wrong = await server.call('/metrics', {
      as: 'anonymous',
      headers: { authorization: 'Bearer guessed' },
    });
    expect(wrong.status).toBe(401);
  });

  it.each(['deploy/prometheus/alerts.yml', 'deploy/grafana/emulation-board.json'])(
    '[CF9] %s asks only for measures that there are',
    async (path) => {
      const text = await measuresFor('steward');
      const there = new Set(
        [...text.matchAll(/^# TYPE (\S+) (\w+)/gm)].flatMap(([, name = '', type]) =>
          type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
        ),
      );
      const asked = fileOf(path).match(/\b(?:board|nodejs|process)_[a-z_0-9]+/g) ?? [];
      expect(asked.length).toBeGreaterThan(5);
      expect([...new Set(asked)].filter((name) => !there.has(name))).toEqual([]);
    },
  );
});
