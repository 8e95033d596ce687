import { readFileSync } from 'node:fs';

/** One place of a race (or its fastest lap): who had it, in whose car, and what it earned. */
export interface Finish {
  date: string;
  race: string;
  /** `''` for the fastest lap. */
  place: string;
  points: string;
  drivers: string[];
  team: string;
}

const header = 'sector,unit,metric,unit_of_measure,direction,achieved_at,value,partners,note';

function linesOf(file: string): string[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8').trim();
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

export function readSeason(year: string): Finish[] {
  return linesOf('formula-one.csv')
    .filter(([season]) => season === year)
    .map(([, date = '', race = '', place = '', points = '', drivers = '', team = '']) => {
      return { date, race, place, points, drivers: drivers.split(';'), team };
    });
}

/** A line of an import: drivers are units, teams are the sectors of that day. */
function importLine(finish: Finish, metric: string, direction: string, value: string): string {
  const { team, drivers, date } = finish;
  const [driver, ...partners] = drivers;
  return [team, driver, metric, '', direction, date, value, partners.join(';'), ''].join(',');
}

/** The season as an import has it: points, places, and the places of each race by themselves. */
export function seasonCsv(season: readonly Finish[]): string {
  const lines = season.flatMap((finish) => {
    const points = importLine(finish, 'Points', 'higher', finish.points);
    if (finish.place === '') return [points];
    const place = (metric: string) => importLine(finish, metric, 'lower', finish.place);
    return [points, place('Place'), place(`Place in ${finish.race}`)];
  });
  return [header, ...lines, ''].join('\n');
}

/** Marks of the 100 m as an import, in the order of their days. */
export function hundredMetresCsv(): string {
  const lines = linesOf('hundred-metres.csv').map(([date, seconds, athlete]) => {
    return `Men,${athlete},100 m,s,lower,${date},${seconds},,`;
  });
  return [header, ...lines, ''].join('\n');
}

/** Marks that were announced and annulled afterwards, as `date seconds`. */
export function annulledMarks(): Set<string> {
  const annulled = linesOf('hundred-metres.csv').filter(([, , , after]) => after === 'annulled');
  return new Set(annulled.map(([date, seconds]) => `${date} ${seconds}`));
}
