import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '../../errors/catalogue.ts';
import { TestServer } from '../testing/test-server.ts';
import { descriptions } from './descriptions.ts';
import { nameOf, routesOf, type Document, type Route } from './operation.ts';
import { operationsWithKinds } from './problems.ts';

let server: TestServer;
let routes: Route[];

beforeAll(async () => {
  server = await TestServer.start();
  // What the document says of an operation; the walk below looks at the rest.
  routes = routesOf((await server.call('/openapi.json')).body as Document);
});
afterAll(() => server.close());

const isMissing = (text: string | undefined) => text === undefined || text.trim() === '';

it('[HT29] every operation has a summary, a description and a tag, every parameter a description', () => {
  expect(routes.length).toBeGreaterThan(60);
  const lacking = routes.flatMap((route) => {
    const { summary, description, tags = [], parameters = [] } = route.operation;
    return [
      ...(isMissing(summary) ? ['summary'] : []),
      ...(isMissing(description) ? ['description'] : []),
      ...(tags.length === 0 ? ['tags'] : []),
      ...parameters.filter((each) => isMissing(each.description)).map(({ name }) => name),
    ].map((what) => `${nameOf(route)}: ${what}`);
  });
  expect(lacking).toEqual([]);
});

it('[HT29] every operation names the kinds of problems it may answer with', () => {
  for (const route of routes) {
    const { responses = {} } = route.operation;
    const kinds = Object.values(responses).flatMap((each) => each['x-problem-kinds'] ?? []);
    const isProblem = Object.keys(responses).some((status) => /^[45]/.test(status));
    if (!isProblem) continue;
    expect(kinds, nameOf(route)).toEqual(expect.arrayContaining(['invalid', 'internal']));
    expect(kinds.filter((kind) => !(kind in catalogue))).toEqual([]);
    expect(kinds.includes('unknown-board')).toBe(route.path.includes('{board}'));
  }
});

it('[HT29] nothing is described that is not there', () => {
  const names = new Set(routes.map(nameOf));
  const described = [...Object.keys(descriptions), ...operationsWithKinds];
  expect(described.filter((name) => !names.has(name))).toEqual([]);
});
