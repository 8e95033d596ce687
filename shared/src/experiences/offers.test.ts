import { describe, expect, it } from 'vitest';
import { LearningBoard } from '../testing/learning-board.ts';
import { draftMove, draftOffer, draftOfferRemoval, draftExperience } from './draft.ts';
import { mostOffers } from './relevance.ts';

const offered = (board: LearningBoard, id = 'setup') => [...board.experience(id).adoptions.keys()];
const now = Date.UTC(2026, 5, 2);

describe('offers of an experience', () => {
  it('[EX1] go to the units behind in the same metric, those with most to gain first', () => {
    const board = new LearningBoard();
    board.postAt('ada', [[0, 20]]);
    board.postAt('bo', [[0, 18]]);
    board.postAt('cy', [[0, 12]]);
    board.postAt('dee', [[0, 21]]);
    board.addMetric('scrap', { direction: 'lower' });
    const { happenings } = board.write('setup');
    expect(offered(board)).toEqual(['cy', 'bo']);
    expect(happenings).toMatchObject([
      { kind: 'experience-written', experience: 'setup', unit: 'ada', offered: ['cy', 'bo'] },
    ]);
    expect(board.adoption('setup', 'cy')).toMatchObject({ state: 'offered', offeredBy: 'board' });
    board.write('other', { metric: 'scrap' });
    expect(offered(board, 'other')).toEqual([]);
  });

  it('[EX1] where lower is better, the units above the level are behind it', () => {
    const board = new LearningBoard({ direction: 'lower' });
    board.postAt('ada', [[0, 20]]);
    board.postAt('bo', [[0, 18]]);
    board.postAt('cy', [[0, 30]]);
    board.write('setup');
    expect(offered(board)).toEqual(['cy']);
  });

  it('[EX1] are twelve at the most', () => {
    const board = new LearningBoard();
    board.postAt('ada', [[0, 50]]);
    for (let at = 0; at < 20; at++) {
      const id = `u${String(at).padStart(2, '0')}`;
      board.add({ type: 'unit.put', id, name: id, sector: 'south' });
      board.postAt(id, [[0, at]]);
    }
    board.write('setup');
    expect(offered(board)).toHaveLength(mostOffers);
    expect(offered(board).slice(0, 2)).toEqual(['u00', 'u01']);
  });

  it('[EX2] related are the sectors a metric names, all where it names none, and always the own', () => {
    for (const [sectors, expected] of [
      [undefined, ['cy', 'bo']],
      [['south'], ['cy', 'bo']],
      [['north'], ['bo']],
    ] as const) {
      const board = new LearningBoard(sectors ? { sectors: [...sectors] } : {});
      board.postAt('ada', [[0, 20]]);
      board.postAt('bo', [[0, 18]]);
      board.postAt('cy', [[0, 12]]);
      board.write('setup');
      expect(offered(board)).toEqual(expected);
    }
  });

  it('[EX3] a level is the mean of the ten newest results of the unit alone', () => {
    const board = new LearningBoard();
    board.postAt('ada', [[0, 20]]);
    // Its old results would put Bo ahead of 20; the ten newest have a mean of 19.
    board.postAt('bo', [[-50, 90], ...Array.from({ length: 10 }, (_, at) => [at, 19] as const)]);
    board.postAt('cy', [[0, 10]]);
    board.post('cy', '99', '2026-04-05', {
      partners: [{ unit: 'dee', role: 'performed', weight: 1 }],
      ownWeight: 1,
    });
    board.write('setup');
    expect(offered(board)).toEqual(['cy', 'bo']);
  });

  it('[EX3] the level to reach is that of the result that proved it, else of the unit, else the record', () => {
    const board = new LearningBoard();
    board.postAt('ada', [
      [0, 20],
      [1, 10],
    ]);
    board.postAt('bo', [[0, 18]]);
    const proof = board.state.metrics.get('output')?.results.seq[0] ?? 0;
    board.write('proved', { proof });
    expect(offered(board, 'proved')).toEqual(['bo']);
    board.write('plain');
    expect(offered(board, 'plain')).toEqual([]);
    board.write('fresh', { unit: 'dee', sector: 'south' });
    expect(offered(board, 'fresh')).toEqual(['ada', 'bo']);
  });

  it('[EX4] a steward offers it to one more unit, and takes back what is not answered yet', () => {
    const board = new LearningBoard();
    board.postAt('ada', [[0, 20]]);
    board.write('setup');
    expect(draftOffer(board.state, 'setup', 'ada')).toMatchObject({ problems: [{ path: 'unit' }] });
    const { happenings } = board.add({
      type: 'experience.offered',
      experience: 'setup',
      unit: 'dee',
    });
    expect(happenings).toMatchObject([{ kind: 'experience-offered', unit: 'dee', from: 'ada' }]);
    board.add({ type: 'experience.unoffered', experience: 'setup', unit: 'dee' });
    expect(offered(board)).toEqual([]);
    board.add({ type: 'experience.offered', experience: 'setup', unit: 'dee' });
    board.move('setup', 'dee', 'studying');
    expect(draftOfferRemoval(board.state, 'setup', 'dee')).toMatchObject({
      problems: [{ kind: 'wrong-move' }],
    });
    const late = board.add({ type: 'experience.unoffered', experience: 'setup', unit: 'dee' });
    expect(late.unfit).toBe('not-offered');
  });
});

describe('the steps of a unit', () => {
  const started = () => {
    const board = new LearningBoard();
    board.postAt('ada', [[0, 20]]);
    board.postAt('bo', [[0, 18]]);
    board.write('setup');
    return board;
  };
  const draft = (board: LearningBoard, to: 'studying' | 'trial' | 'adopted', at?: string) =>
    draftMove(board.state, { id: 'setup', unit: 'bo' }, { to, ...(at ? { at } : {}) }, now);

  it('[EX5] are taken one at a time', () => {
    const board = started();
    expect(draft(board, 'adopted')).toMatchObject({
      problems: [{ kind: 'wrong-move', path: 'to' }],
    });
    expect(draft(board, 'trial')).toMatchObject({ kind: 'problems' });
    board.move('setup', 'bo', 'studying');
    expect(draft(board, 'trial')).toMatchObject({ kind: 'fact', fact: { to: 'trial' } });
    board.move('setup', 'bo', 'trial');
    const { happenings } = board.move('setup', 'bo', 'adopted');
    expect(happenings).toMatchObject([
      { kind: 'experience-adopted', unit: 'bo', from: 'ada', adoptedAt: '2026-04-01' },
    ]);
    expect(draft(board, 'studying')).toMatchObject({ problems: [{ kind: 'wrong-move' }] });
  });

  it('[EX5] are refused to a unit that was never offered it', () => {
    const board = started();
    const of = (unit: string) =>
      draftMove(board.state, { id: 'setup', unit }, { to: 'studying' }, now);
    expect(of('dee')).toMatchObject({ problems: [{ kind: 'not-offered', path: 'unit' }] });
    expect(of('nobody')).toMatchObject({ problems: [{ kind: 'unknown-unit' }] });
    expect(of('ada')).toMatchObject({ problems: [{ kind: 'not-offered' }] });
  });

  it('[EX6] not applicable takes a reason, and may be studied again', () => {
    const board = started();
    const away = (reason?: string) =>
      draftMove(
        board.state,
        { id: 'setup', unit: 'bo' },
        { to: 'not-applicable', ...(reason ? { reason } : {}) },
        now,
      );
    expect(away()).toMatchObject({ problems: [{ kind: 'invalid', path: 'reason' }] });
    expect(away('no such machine')).toMatchObject({ fact: { reason: 'no such machine' } });
    board.move('setup', 'bo', 'not-applicable');
    expect(draft(board, 'studying')).toMatchObject({ kind: 'fact' });
    expect(draft(board, 'adopted')).toMatchObject({ kind: 'problems' });
  });

  it('[EX7] lie neither in the future nor before the step they follow', () => {
    const board = started();
    expect(draft(board, 'studying', '2026-06-03')).toMatchObject({
      problems: [{ kind: 'invalid', path: 'at' }],
    });
    board.move('setup', 'bo', 'studying', '2026-05-10');
    expect(draft(board, 'trial', '2026-05-09')).toMatchObject({ problems: [{ path: 'at' }] });
    expect(draft(board, 'trial', '2026-05-10')).toMatchObject({ kind: 'fact' });
  });

  it('[EX8] nobody learns from what was learned from it', () => {
    const board = started();
    board.write('next', { unit: 'bo', basedOn: 'setup' });
    const body = {
      unit: 'ada',
      metric: 'output',
      title: 'x',
      change: 'y',
      links: [],
      pictures: [],
    };
    for (const basedOn of ['next', 'setup'])
      expect(draftExperience(board.state, 'setup', { ...body, basedOn }, [])).toMatchObject({
        problems: [{ kind: 'invalid', path: 'basedOn' }],
      });
    expect(draftExperience(board.state, 'setup', { ...body, basedOn: 'none' }, [])).toMatchObject({
      problems: [{ kind: 'unknown-experience', path: 'basedOn' }],
    });
    expect(draftExperience(board.state, 'setup', { ...body, unit: 'bo' }, [])).toMatchObject({
      problems: [{ kind: 'experience-fixed', path: 'unit' }],
    });
  });
});
