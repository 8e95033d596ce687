import type { Entry, FactOf } from '../ledger/entry.ts';
import { parseTime } from '../calendar/date.ts';
import { claimRecords } from '../records/claims.ts';
import {
  countResult,
  newLeaders,
  overtakesSince,
  placeChanges,
  rememberStanding,
  samePlaces,
} from '../rankings/standing.ts';
import { flag, pushResult } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import { readAchieved } from './achieved.ts';
import { announceRecords } from './announce.ts';
import type { HappeningBody } from './happening.ts';
import type { Effect } from './effect.ts';
import type { JointParties, MetricState } from './metric-state.ts';
import type { ResultOutcome } from './outcome.ts';
import { idAt, indexOf, type BoardState } from './state.ts';

type PostedFact = FactOf<'result.posted'>;

/** Weights of a joint fact with units by index. */
export function readParties(
  state: BoardState,
  fact: Pick<PostedFact, 'partners' | 'ownWeight'>,
): JointParties | undefined {
  if (!fact.partners?.length) return undefined;
  return {
    ownWeight: fact.ownWeight ?? 1,
    partners: fact.partners.map(({ unit, role, weight }) => ({
      unit: indexOf(state.unitIndex, unit),
      role,
      weight,
    })),
  };
}

function storeResult(
  state: BoardState,
  metric: MetricState,
  entry: Entry,
  fact: PostedFact,
): number | undefined {
  const value = toMinor(fact.value, metric.metric.decimals);
  if (value === undefined) return undefined;
  const { at, day, dateOnly } = readAchieved(fact.achievedAt, state.zone);
  const received = parseTime(entry.at);
  const index = pushResult(metric.results, {
    seq: entry.seq,
    unit: indexOf(state.unitIndex, fact.unit),
    sector: indexOf(state.sectorIndex, fact.sector),
    value,
    at,
    day,
    received,
    flags: dateOnly ? flag.dateOnly : 0,
  });
  const joint = readParties(state, fact);
  if (joint) metric.extras.joint.set(index, joint);
  if (fact.note) metric.extras.notes.set(index, fact.note);
  if (fact.pictures?.length) metric.extras.pictures.set(index, fact.pictures);
  metric.valid++;
  metric.lastResultAt = Math.max(metric.lastResultAt, received);
  return index;
}

/** A posted result: counts it, enters it into the record lines, and says what it did. */
export function applyResult(state: BoardState, fact: PostedFact, entry: Entry): Effect {
  const metric = state.metrics.get(fact.metric);
  if (!metric || !state.units.has(fact.unit)) return { happenings: [], unfit: 'unknown-id' };
  const index = storeResult(state, metric, entry, fact);
  if (index === undefined) return { happenings: [], unfit: 'value' };
  const units = unitsOf(metric, index);
  const was = fact.quiet ? undefined : rememberStanding(metric, units);
  const moved = countResult(metric, index);
  const records = claimRecords(state, metric, index);
  if (records.length > 0) metric.recordMoves++;
  if (records.some((claim) => claim.standing)) metric.lastRecordAt = parseTime(entry.at);
  const outcome: ResultOutcome = {
    state: 'provisional',
    records,
    ranking: was ? (moved ? placeChanges : samePlaces)(state, metric, was) : [],
    overtakes: was && moved ? overtakesSince(state, metric, was) : [],
  };
  const leader = was && moved ? newLeaders(state, metric, was) : undefined;
  return {
    happenings: fact.quiet ? [] : announce(state, metric, index, outcome, leader),
    metric: fact.metric,
    units: units.length === 1 ? [fact.unit] : units.map((unit) => idAt(state.unitIndex, unit)),
    recordsMoved: records.length > 0,
    ...(units.length > 1 ? { areas: ['cooperation'] as const } : {}),
    outcome,
  };
}

function announce(
  state: BoardState,
  metric: MetricState,
  index: number,
  outcome: ResultOutcome,
  leader: HappeningBody | undefined,
): HappeningBody[] {
  const happenings = announceRecords(state, metric, index, outcome.records);
  for (const claim of outcome.overtakes) happenings.push(announceOvertake(claim, outcome));
  if (leader) happenings.push(leader);
  return happenings;
}

function announceOvertake(
  claim: ResultOutcome['overtakes'][number],
  { ranking }: ResultOutcome,
): HappeningBody {
  const move = ranking.find(({ unit }) => unit === claim.unit);
  // A unit that overtakes or is overtaken stood and stands in the ranking.
  return { kind: 'overtake', ...claim, before: move?.before ?? 0, after: move?.after ?? 0 };
}
