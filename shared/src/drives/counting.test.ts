import { describe, expect, it } from 'vitest';
import { dryRun, dryRunPeriod } from './dry-run.ts';
import { periodOf } from './times.ts';
import { driveStandings, nextReveal, revealedRows, scoreDrive } from './standings.ts';
import { afterDrive, DriveBoard } from './testing/drive-board.ts';

const bonusesOf = (board: DriveBoard, unit: string) =>
  board.row(unit).terms.flatMap((term) => (term.kind === 'bonus' ? [term] : []));

describe('one achievement never counts twice', () => {
  const bonuses = { boardRecord: '5', sectorRecord: '7', unitRecord: '3', breakthrough: '1' };

  it('[DR12] a result earns the highest of its record bonuses and none of the others', () => {
    const board = new DriveBoard({ breakthroughMargin: '1' });
    board.post('ada', '10', '2026-04-01');
    board.runDrive({ bonuses });
    board.post('ada', '20', '2026-05-02');
    expect(bonusesOf(board, 'ada')).toMatchObject([{ bonus: 'sectorRecord', points: '7.00' }]);
  });

  it('[DR12] the first mark of a line breaks nothing, and an equal one neither', () => {
    const board = new DriveBoard();
    board.runDrive({ bonuses });
    board.post('ada', '20', '2026-05-02');
    board.post('ada', '20', '2026-05-03');
    expect(bonusesOf(board, 'ada')).toEqual([]);
  });

  it('[DR12] two tasks of one metric earn the bonus of a result once', () => {
    const board = new DriveBoard();
    board.post('ada', '10', '2026-04-01');
    board.runDrive({
      bonuses: { unitRecord: '3' },
      tasks: [
        { id: 'all', metric: 'output', baseline: '0', target: '10' },
        { id: 'best', metric: 'output', aggregate: 'best', baseline: '0', target: '10' },
      ],
    });
    board.post('ada', '20', '2026-05-02');
    expect(bonusesOf(board, 'ada')).toHaveLength(1);
  });

  it('[DR12] a joint bonus is split by shares, once for each group of units', () => {
    const board = new DriveBoard();
    board.runDrive({ bonuses: { joint: '9' } });
    board.postWith('cy', '0.25', ['bo', '8', '2026-05-15']);
    board.postWith('bo', '0.5', ['cy', '8', '2026-05-16']);
    board.postWith('dee', '0.5', ['bo', '8', '2026-05-17']);
    const shares = (unit: string) =>
      bonusesOf(board, unit).map(({ share, points }) => [share, points]);
    expect(shares('bo')).toEqual([
      ['0.75', '6.75'],
      ['0.5', '4.50'],
    ]);
    expect(shares('cy')).toEqual([['0.25', '2.25']]);
  });

  it('[DR12] a record that is annulled takes its bonus with it, and gives one to who is next', () => {
    const board = new DriveBoard();
    board.post('ada', '10', '2026-04-01');
    board.runDrive({ bonuses: { boardRecord: '5' } });
    board.post('ada', '20', '2026-05-02');
    const record = board.state.seq;
    board.post('bo', '15', '2026-05-03');
    expect(bonusesOf(board, 'bo')).toEqual([]);
    board.add({ type: 'result.annulled', result: record, reason: 'a slip' });
    expect(bonusesOf(board, 'ada')).toEqual([]);
    expect(bonusesOf(board, 'bo')).toMatchObject([{ bonus: 'boardRecord', provisional: true }]);
  });

  it('[DR25] each adoption in the period by another unit earns the author its bonus', () => {
    const board = new DriveBoard();
    board.post('ada', '10', '2026-04-01');
    const about = { title: 'How', change: 'This way.', metric: 'output' };
    board.add({ type: 'experience.written', id: 'how', unit: 'ada', sector: 'north', ...about });
    board.runDrive({ bonuses: { adopted: '5' } });
    const step = (unit: string, to: 'studying' | 'trial' | 'adopted', at: string) =>
      board.add({ type: 'experience.moved', experience: 'how', unit, to, at });
    for (const [unit, at] of [
      ['bo', '2026-05-02'],
      ['cy', '2026-04-30'],
    ] as const) {
      board.add({ type: 'experience.offered', experience: 'how', unit });
      for (const to of ['studying', 'trial', 'adopted'] as const) step(unit, to, at);
    }
    // cy adopted it the day before the drive.
    expect(bonusesOf(board, 'ada')).toMatchObject([
      { bonus: 'adopted', points: '5.00', adoptions: [{ experience: 'how', by: 'bo' }] },
    ]);
  });
});

describe('who takes part', () => {
  it('[DR13] a result counts by the sector written on it, for the unit that moved as well', () => {
    const board = new DriveBoard();
    board.runDrive({ eligible: { sectors: ['north'] } });
    board.post('ada', '110', '2026-05-02');
    board.add({ type: 'unit.put', id: 'ada', name: 'ada', sector: 'south' });
    board.post('ada', '50', '2026-05-03');
    board.post('cy', '50', '2026-05-03');
    expect(board.places).toEqual(['ada 1 50.00', 'bo 2 0.00']);
    board.add({ type: 'unit.put', id: 'cy', name: 'cy', sector: 'north' });
    board.post('cy', '105', '2026-05-04');
    // What cy did in the south stays there.
    expect(board.places).toEqual(['ada 1 50.00', 'cy 2 25.00', 'bo 3 0.00']);
  });

  it('[DR13] the part of a partner that does not take part counts for nobody', () => {
    const board = new DriveBoard();
    board.runDrive({ eligible: { sectors: ['north'] } });
    board.postWith('cy', '0.5', ['ada', '220', '2026-05-02']);
    board.postWith('bo', '0.5', ['cy', '220', '2026-05-02']);
    // 110 of the first; the second was achieved in the south, but bo takes part.
    expect(board.places).toEqual(['ada 1 50.00', 'bo 1 50.00']);
  });

  it('[DR13] a unit that is struck out leaves the ranking, and the others move up', () => {
    const board = new DriveBoard();
    board.runDrive();
    board.post('ada', '120', '2026-05-02');
    board.post('bo', '110', '2026-05-02');
    board.move('closed');
    board.putDrive({ eligible: { except: ['ada'] } });
    expect(board.places).toEqual(['bo 1 50.00', 'cy 2 0.00', 'dee 2 0.00']);
  });
});

describe('what came in late', () => {
  const endOfMay = Date.parse('2026-05-31T22:00:00Z');

  it('[DR14] within the grace it counts and is flagged, after it it is listed and does not count', () => {
    const board = new DriveBoard();
    board.runDrive({ graceHours: 2 });
    const postAt = (ms: number, value: string, day = '2026-05-31') => {
      board.receivedAt = endOfMay + ms;
      board.post('ada', value, day);
    };
    postAt(-1, '100');
    postAt(0, '10');
    postAt(2 * 3_600_000 - 1, '5');
    postAt(2 * 3_600_000, '1');
    // Achieved after the end: none of the drive's business.
    postAt(3_600_000, '50', '2026-06-01');
    const { rows, uncounted } = scoreDrive(board.state, board.drive, afterDrive);
    expect(rows[0]).toMatchObject({ unit: 'ada', late: 2, terms: [{ value: '115.0', count: 3 }] });
    expect(uncounted).toMatchObject([
      { unit: 'ada', value: '1.0', why: 'after-grace', receivedAt: '2026-06-01T00:00:00.000Z' },
    ]);
  });

  it('[DR14] nor does what comes in after a drive was closed by hand', () => {
    const board = new DriveBoard();
    board.runDrive();
    board.post('ada', '110', '2026-05-02');
    board.move('closed');
    board.post('ada', '10', '2026-05-03');
    const { rows, uncounted } = scoreDrive(board.state, board.drive, afterDrive);
    expect(rows[0]).toMatchObject({ terms: [{ value: '110.0' }] });
    expect(uncounted).toMatchObject([{ value: '10.0', why: 'after-close' }]);
  });
});

describe('rhythm', () => {
  const rhythmOf = (days: number[], aggregate: 'sum' | 'best' = 'sum', now = afterDrive) => {
    const board = new DriveBoard({ aggregate });
    board.runDrive();
    for (const day of days) board.post('ada', '10', `2026-05-${String(day).padStart(2, '0')}`);
    const { rows } = scoreDrive(board.state, board.drive, now);
    return rows.find(({ unit }) => unit === 'ada')?.rhythm;
  };

  it('[DR17] even work is 100, a rush at the end near 0, work done early is no rush', () => {
    const everyDay = Array.from({ length: 31 }, (_, at) => at + 1);
    expect(rhythmOf(everyDay)).toBe(100);
    expect(rhythmOf(everyDay, 'best')).toBe(100);
    expect(rhythmOf([1, 2, 3])).toBe(100);
    // Done at the middle of the last day: 2 x 0.5 / 31 = 3.2 %
    expect(rhythmOf([31, 31, 31])).toBe(3);
    // Days 10, 20 and 30: (21.5 + 11.5 + 1.5) / 3 = 11.5 of 31 days, twice that is 74.2 %
    expect(rhythmOf([10, 20, 30])).toBe(74);
  });

  it('[DR17] fewer than three results say nothing; while it runs the time so far is what counts', () => {
    expect(rhythmOf([10, 20])).toBeNull();
    expect(rhythmOf([])).toBeNull();
    // By the end of 30 May: (20.5 + 10.5 + 0.5) / 3 of 30 days, twice that is 70 %
    const now = Date.parse('2026-05-30T12:00:00Z');
    expect(rhythmOf([10, 20, 30], 'sum', now)).toBe(70);
  });
});

it('[DR20] nothing changes a finalised drive: not a post, an annulment, or a new name', () => {
  const board = new DriveBoard();
  board.runDrive();
  board.post('ada', '120', '2026-05-02');
  const { seq } = board.state;
  for (const to of ['frozen', 'closed', 'finalised'] as const) board.move(to);
  const decided = structured(driveStandings(board.state, board.drive, afterDrive));
  board.add({ type: 'result.annulled', result: seq, reason: 'a slip' });
  board.post('bo', '200', '2026-05-03');
  const { body } = board.drive;
  const applied = board.add({ ...body, name: 'Another', type: 'drive.put', id: 'spring' });
  expect(applied.unfit).toBe('drive-state');
  expect(board.drive.body.name).toBe('Spring drive');
  expect(driveStandings(board.state, board.drive, afterDrive)).toEqual(decided);
});

function structured<T>(value: T): unknown {
  return JSON.parse(JSON.stringify(value));
}

it('[DR21] a dry run says what the ranking would have been, without grace and pledges', () => {
  const board = new DriveBoard();
  board.receivedAt = Date.parse('2026-05-20T12:00:00Z');
  board.putDrive({ from: '2026-07-01', to: '2026-07-31', graceHours: 0 });
  board.post('ada', '110', '2026-04-20');
  board.post('bo', '120', '2026-05-18');
  const now = Date.parse('2026-05-20T12:00:00Z');
  const run = (from: string, to: string) =>
    dryRun(board.state, board.drive, periodOf({ from, to }), now).rows.map(
      ({ unit, score }) => `${unit} ${score}`,
    );
  expect(run('2026-04-01', '2026-04-30')).toEqual(['ada 50.00', 'bo 0.00', 'cy 0.00', 'dee 0.00']);
  expect(run('2026-05-01', '2026-05-31')[0]).toBe('bo 100.00');
  // 31 days that end yesterday: those just before the drive have not passed.
  expect(dryRunPeriod(board.state, board.drive, now)).toEqual(
    periodOf({ from: '2026-04-19', to: '2026-05-19' }),
  );
});

it('[DR26] places are revealed from the last up, shared ones together, without what is still hidden', () => {
  const board = new DriveBoard();
  board.post('ada', '1', '2026-04-10');
  board.runDrive();
  board.post('ada', '120', '2026-05-02');
  board.post('bo', '110', '2026-05-02');
  const { rows } = scoreDrive(board.state, board.drive, afterDrive);
  const shown = (count: number) => revealedRows(rows, count).map(({ unit }) => unit);
  const steps: number[] = [];
  for (let count = 0; count < rows.length;) steps.push((count = nextReveal(rows, count)));
  expect(steps).toEqual([2, 3, 4]);
  expect(steps.map(shown)).toEqual([
    ['cy', 'dee'],
    ['bo', 'cy', 'dee'],
    ['ada', 'bo', 'cy', 'dee'],
  ]);
  expect(shown(0)).toEqual([]);
  expect(rows[0]).toMatchObject({ improvement: { place: 1 } });
  expect(revealedRows(rows, 4)[0]).not.toHaveProperty('improvement');
});
