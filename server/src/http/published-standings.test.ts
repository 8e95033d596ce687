import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  annulledMarks,
  hundredMetresCsv,
  readSeason,
  seasonCsv,
  type Finish,
} from './testing/published/season.ts';
import { TestServer } from './testing/test-server.ts';

/** Published standings and record lines, over HTTP; where they are from: testing/published. */
let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.close());

const at = (path: string) => `/published/${path}`;

/** A board in the evening of `day`, with the file imported. */
async function openOn(day: string, csv: string): Promise<void> {
  server.clock.advance(Date.parse(`${day}T21:00:00Z`) - server.clock.now());
  const body = { id: 'published', name: 'P', timeZone: 'Europe/Paris', visibility: 'public' };
  await server.board('', { body });
  const headers = { 'content-type': 'text/csv' };
  const answer = await server.board(at('import'), { raw: csv, headers });
  expect(answer.status).toBe(200);
}

async function readRows<Row>(path: string): Promise<Row[]> {
  const { status, body } = await server.board(at(path));
  expect(status).toBe(200);
  // The shapes are proved by the schemas of the routes.
  return (body as { rows: Row[] }).rows;
}

interface Row {
  place: number;
  unit?: string;
  sector?: string;
  score: string;
}

/** `1 villeneuve 81`; drives tell scores in hundredths, which are none here. */
const told = (rows: Row[]) =>
  rows.map(({ place, unit, sector, score }) => {
    return `${place} ${unit ?? sector} ${score.replace(/\.00$/, '')}`;
  });

/** Names of equal place have no order of their own. */
const sorted = (lines: string[]) =>
  lines.toSorted((a, b) => parseInt(a) - parseInt(b) || (a < b ? -1 : 1));

const rankingOf = async (query: string) => sorted(told(await readRows<Row>(`rankings?${query}`)));

const points = 'metric=points&aggregate=sum';
const countback = 'tieBreaks=countback:place';

const drivers1997 = [
  '1 villeneuve 81',
  '2 frentzen 42',
  '3 coulthard 36',
  '4 alesi 36',
  '5 berger 27',
  '6 hakkinen 27',
  '7 irvine 24',
  '8 fisichella 20',
  '9 panis 16',
  '10 herbert 15',
  '11 r-schumacher 13',
  '12 hill 7',
  '13 barrichello 6',
  '14 wurz 4',
  '15 trulli 3',
  '16 diniz 2',
  '16 salo 2',
  '18 nakano 2',
  '19 larini 1',
];

/** Before the decision of 11 November: everybody behind him is one place lower. */
const atTheFlag = [
  '1 villeneuve 81',
  '2 m-schumacher 78',
  ...drivers1997.slice(1).map((line) => line.replace(/^\d+/, (place) => `${Number(place) + 1}`)),
];

const teams1997 = [
  '1 williams 123',
  '2 ferrari 102',
  '3 benetton 67',
  '4 mclaren 63',
  '5 jordan 33',
  '6 prost 21',
  '7 sauber 16',
  '8 arrows 9',
  '9 stewart 6',
  '10 tyrrell 2',
];

/** Gross points: of Fangio’s 46 only 40 counted, which changes no place. */
const drivers1957 = [
  '1 fangio 46',
  '2 moss 25',
  '3 musso 16',
  '4 hawthorn 13',
  '5 brooks 11',
  '6 gregory 10',
  '7 schell 10',
  '8 hanks 8',
  '9 collins 8',
  '10 rathmann 7',
  '11 behra 6',
  '12 lewis-evans 5',
  '12 trintignant 5',
  '14 bryan 4',
  '14 menditeguy 4',
  '14 von-trips 4',
  '17 russo 3',
  '18 linden 2',
  '18 salvadori 2',
  '20 de-portago 1',
  '20 gonzalez 1',
  '20 scarlatti 1',
];

const sumOf = (season: readonly Finish[]) =>
  season.reduce((sum, { points: earned }) => sum + Number(earned), 0);

it('[RK16] Formula One 1997: points of each race, countback, shared places, teams', async () => {
  const season = readSeason('1997');
  expect([season.length, sumOf(season)]).toEqual([17 * 6, 17 * 26]);
  await openOn('1997-10-26', seasonCsv(season));
  expect(await rankingOf(`${points}&${countback}`)).toEqual(atTheFlag);
  const shared = await rankingOf(points);
  expect(shared).toContain('4 alesi 36');
  expect(shared).toContain('4 coulthard 36');
  expect(await rankingOf(`${points}&by=sector&${countback}`)).toEqual(teams1997);
});

it('[RK16] Formula One 1997: a driver struck out afterwards, as he is and not as he was', async () => {
  await openOn('1997-10-26', seasonCsv(readSeason('1997')));
  server.clock.advance(16 * 86_400_000);
  const { body } = await server.board(at('results?unit=m-schumacher&metric=points&limit=100'));
  const { results } = body as { results: { id: string }[] };
  expect(results).toHaveLength(13);
  for (const { id } of results) {
    const reason = 'struck out of the standings by the FIA, 11 November 1997';
    const call = { body: { reason } };
    expect((await server.board(at(`results/${id}/annulment`), call)).status).toBe(200);
  }
  expect(await rankingOf(`${points}&${countback}`)).toEqual(drivers1997);
  // An annulled result is nobody's: the FIA left Ferrari its points, which a drive can do (below).
  const teams = await rankingOf(`${points}&by=sector&${countback}`);
  expect(teams).toContain('5 ferrari 24');
});

it('[RK16] Formula One 1957: points shared in one car, credited to the make of that day', async () => {
  const season = readSeason('1957');
  expect(sumOf(season)).toBe(8 * 24);
  await openOn('1957-09-08', seasonCsv(season));
  expect(await rankingOf(`${points}&${countback}`)).toEqual(drivers1957);
  // Moss came from Maserati (1 point) to Vanwall, Lewis-Evans from Connaught (3) to Vanwall.
  expect(await rankingOf(`${points}&by=sector&${countback}`)).toEqual([
    '1 maserati 78',
    '2 ferrari 48',
    '3 vanwall 37',
    '4 epperly 15',
    '5 kurtis-kraft 5',
    '6 kuzma 4',
    '7 connaught 3',
    '8 cooper 2',
  ]);
  const units = (await server.board('/published')).body as { units: { id: string }[] };
  expect(units.units.filter(({ id }) => ['moss', 'lewis-evans'].includes(id))).toMatchObject([
    { sector: 'vanwall' },
    { sector: 'vanwall' },
  ]);
});

/** A drive over the season, opened and started on the evening of its last day. */
async function runDrive(id: string, season: readonly Finish[], body: object): Promise<void> {
  const whole = { name: id, from: season[0]?.date, to: season.at(-1)?.date, ...body };
  const written = await server.board(at(`drives/${id}`), { method: 'PUT', body: whole });
  expect(written.status).toBe(201);
  expect((await server.board(at(`drives/${id}/state`), { body: { to: 'pledging' } })).status).toBe(
    200,
  );
  // The clerk may have seen meanwhile that the first day is over.
  await server.board(at(`drives/${id}/state`), { body: { to: 'running' } });
  expect((await server.board(at(`drives/${id}`))).body).toMatchObject({ state: 'running' });
}

const standingsOf = async (id: string) => sorted(told(await readRows<Row>(`drives/${id}/ranking`)));

/** Every point is a hundredth of the plan, so that the score is the points. */
const byPoints = {
  tasks: [{ id: 'points', metric: 'points', aggregate: 'sum', baseline: '0', target: '100' }],
  scoring: { kind: 'fulfilment', capPercent: 100 },
  tieBreaks: ['countback:place'],
};

it('[DR11] Formula One 1997 as a drive by placing, a task a race: the published standings', async () => {
  const season = readSeason('1997');
  await openOn('1997-10-26', seasonCsv(season));
  const races = [...new Set(season.map(({ race }) => race))];
  const tasks = races.map((race) => {
    const id = race.toLowerCase().replace(' ', '-');
    return { id, metric: `place-in-${id}`, baseline: '7', target: '1' };
  });
  const scoring = { kind: 'placing', points: ['10', '6', '4', '3', '2', '1'] };
  await runDrive('races', season, { tasks, scoring, tieBreaks: ['countback:place'] });
  expect(await standingsOf('races')).toEqual(atTheFlag);
});

it('[DR13] a driver struck out of a drive: nobody’s points move, his team keeps its own', async () => {
  const season = readSeason('1997');
  await openOn('1997-10-26', seasonCsv(season));
  await runDrive('title', season, byPoints);
  expect(await standingsOf('title')).toEqual(atTheFlag);
  const from = season[0]?.date;
  const body = { name: 'title', from, to: '1997-10-26', ...byPoints };
  const struck = { ...body, eligible: { except: ['m-schumacher'] } };
  const answer = await server.board(at('drives/title'), { method: 'PUT', body: struck });
  expect(answer.status).toBe(200);
  expect(await standingsOf('title')).toEqual(drivers1997);
  expect(await rankingOf(`${points}&by=sector&${countback}`)).toEqual(teams1997);
});

it('[DR13] Formula One 1957 as a drive: shared points, whichever make they were earned in', async () => {
  const season = readSeason('1957');
  await openOn('1957-09-08', seasonCsv(season));
  await runDrive('title', season, byPoints);
  expect(await standingsOf('title')).toEqual(drivers1957);
});

interface Mark {
  achievedAt: string;
  value: string;
  kind: string;
  holders: string[];
}

async function hundredMetres(): Promise<string[]> {
  const { body } = await server.board(at('records/progression?metric=100-m&scope=board'));
  return (body as Mark[]).map(
    ({ achievedAt, value, kind, holders }) => `${achievedAt} ${value} ${kind} ${holders.join('+')}`,
  );
}

it('[RC7] the men’s 100 m: the line as announced, and as recognised after four annulments', async () => {
  await openOn('2009-08-16', hundredMetresCsv());
  expect((await hundredMetres()).slice(0, 8)).toEqual([
    '1968-10-14 9.95 new hines',
    '1983-07-03 9.93 new smith',
    '1987-08-30 9.83 new johnson',
    '1988-09-24 9.79 new johnson',
    '1999-06-16 9.79 equalled greene',
    '2002-09-14 9.78 new montgomery',
    '2005-06-14 9.77 new powell',
    '2006-05-12 9.77 equalled gatlin',
  ]);
  const list = (await server.board(at('results?metric=100-m&limit=100'))).body as {
    results: { id: string; achievedAt: string; value: string }[];
  };
  const annulled = annulledMarks();
  const gone = list.results.filter(({ achievedAt, value }) =>
    annulled.has(`${achievedAt} ${value}`),
  );
  expect(gone).toHaveLength(4);
  for (const { id } of gone)
    await server.board(at(`results/${id}/annulment`), { body: { reason: 'doping' } });
  expect(await hundredMetres()).toEqual([
    '1968-10-14 9.95 new hines',
    '1983-07-03 9.93 new smith',
    '1987-08-30 9.93 equalled lewis',
    '1988-08-17 9.93 equalled lewis',
    '1988-09-24 9.92 new lewis',
    '1991-06-14 9.90 new burrell',
    '1991-08-25 9.86 new lewis',
    '1994-07-06 9.85 new burrell',
    '1996-07-27 9.84 new bailey',
    '1999-06-16 9.79 new greene',
    '2005-06-14 9.77 new powell',
    '2006-06-11 9.77 equalled powell',
    '2006-08-18 9.77 equalled powell',
    '2007-09-09 9.74 new powell',
    '2008-05-31 9.72 new bolt',
    '2008-08-16 9.69 new bolt',
    '2009-08-16 9.58 new bolt',
  ]);
});

it('[RC14] what was announced of an annulled record stays to be read', async () => {
  await openOn('2009-08-16', hundredMetresCsv());
  const feed = async () => {
    const { text } = await server.board(at('feed?kind=record&limit=200'));
    return text.match(/"value":"9\.83"/g)?.length;
  };
  const announced = await feed();
  expect(announced).toBeGreaterThan(0);
  const list = await server.board(at('results?unit=johnson&metric=100-m'));
  const { results } = list.body as { results: { id: string; value: string }[] };
  const mark = results.find(({ value }) => value === '9.83');
  await server.board(at(`results/${mark?.id}/annulment`), { body: { reason: 'doping' } });
  expect(await feed()).toBe(announced);
  const again = (await server.board(at('results?unit=johnson&metric=100-m'))).body;
  expect(again).toMatchObject({
    results: [{ value: '9.79' }, { value: '9.83', state: 'annulled', reason: 'doping' }],
  });
});
