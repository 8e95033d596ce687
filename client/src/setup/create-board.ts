import { unconditional } from '../api/versions.ts';
import { boardCalls } from '@emulation/client-sdk';
import type { MetricBody } from '@emulation/shared';
import { ApiProblem, listBoards } from '../api/client.ts';
import { putLook } from '../api/look.ts';
import { request } from '../api/request.ts';
import { freeId, idsOf } from './name-ids.ts';
import type { MetricRow, PlaceRow, SetupForm } from './setup-form.ts';

const { openBoard, put } = boardCalls(request);

export interface Progress {
  done: number;
  of: number;
}

export function metricBody(row: MetricRow): MetricBody {
  const { key: _, from: __, standstillDays, ...rules } = row;
  return { ...rules, ...(standstillDays === '' ? {} : { standstillDays: Number(standstillDays) }) };
}

/** Units of one name in two sectors are two units. */
const placeName = ({ sector, unit }: PlaceRow) => JSON.stringify([sector, unit]);

/** Every call that makes the board what was written, in order. All of them may be sent again. */
function callsOf(board: string, { places, metrics }: SetupForm): (() => Promise<unknown>)[] {
  const sectors = idsOf(
    places.map(({ sector }) => sector),
    'sector',
  );
  const taken = new Set<string>();
  const unitCalls = [...new Map(places.map((row) => [placeName(row), row])).values()].map((row) => {
    const id = freeId(row.unit, 'unit', taken);
    taken.add(id);
    return () => put(board, 'units', id, { name: row.unit, sector: sectors.get(row.sector) });
  });
  const metricIds = new Set<string>();
  const metricCalls = metrics.map((row) => {
    const id = freeId(row.name, 'metric', metricIds);
    metricIds.add(id);
    return () => put(board, 'metrics', id, metricBody(row));
  });
  return [
    ...[...sectors].map(
      ([name, id]) =>
        () =>
          put(board, 'sectors', id, { name }),
    ),
    ...unitCalls,
    ...metricCalls,
  ];
}

/** Opens the board under `form.board`, or under the next id that is free; answers with its id. */
async function open({ board, name, timeZone, visibility }: SetupForm): Promise<string> {
  const { boards } = await listBoards();
  const taken = new Set(boards.map(({ id }) => id));
  const body = { name: name.trim(), timeZone, visibility };
  const own = board ?? freeId(name, 'board', taken);
  try {
    await openBoard({ id: own, ...body });
    return own;
  } catch (error) {
    // It was opened under another name before: that one stays, this one is another board.
    if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
    const other = freeId(name, 'board', taken);
    await openBoard({ id: other, ...body });
    return other;
  }
}

/**
 * Makes the board. Where it is broken off (no network, a body that is refused) it may be asked for
 * again: everything that stands already is answered and adds nothing.
 */
export async function createBoard(
  form: SetupForm,
  tell: { opened: (board: string) => void; progress: (progress: Progress) => void },
): Promise<void> {
  const board = await open(form);
  tell.opened(board);
  const calls = callsOf(board, form);
  for (const [done, call] of calls.entries()) {
    tell.progress({ done, of: calls.length });
    await call();
  }
  await putLook(board, form.language === '' ? {} : { language: form.language }, unconditional);
  tell.progress({ done: calls.length, of: calls.length });
}
