import {
  driveSummaries,
  type BoardAnswer,
  type BoardState,
  type MetricState,
} from '@emulation/shared';
import type { z } from 'zod';
import type { metricAnswerSchema } from '@emulation/shared';

export function metricAnswer({ metric, valid }: MetricState): z.infer<typeof metricAnswerSchema> {
  return { ...metric, results: valid };
}

/** A board as its readers see it, with all its vocabulary. */
export function boardAnswer(state: BoardState): BoardAnswer {
  const { info, books } = state;
  if (!info) throw new Error('a board that is not open has no answer');
  const { name, timeZone, visibility, demo } = info;
  return {
    id: state.board,
    name,
    timeZone,
    visibility,
    demo,
    ...(Object.keys(books.look).length > 0 ? { look: books.look } : {}),
    epoch: state.epoch,
    seq: state.seq,
    sectors: [...state.sectors.values()],
    units: [...state.units.values()],
    metrics: [...state.metrics.values()].map(metricAnswer),
    drives: driveSummaries(state),
  };
}
