import type {
  Happening,
  HappeningBody,
  LostRecord,
  PreviousMark,
  RecordRow,
  Scope,
} from '@emulation/shared';

export interface FallenRecord {
  scope: Scope;
  previous: PreviousMark;
}

/** One result that took records, however many happenings told of it. */
export interface RecordStory {
  kind: 'record';
  result: string;
  metric: string;
  /** The posting unit and its partners: a joint record is held by all of them. */
  units: string[];
  sector: string;
  value: string;
  /** Widest scope first. */
  fallen: FallenRecord[];
  breakthrough: boolean;
  provisional: boolean;
  /** Records of the same units and metric told by this one: more than 1 only in a flood. */
  times: number;
  /** Their results without its own, oldest first; at most as many as there are receipts for. */
  folded: readonly string[];
  /** The newest of them and its own, each as it was announced: what is left when one is annulled. */
  parts: readonly RecordStory[];
  /** When the server received it, ISO UTC. */
  at: string;
  achievedAt: string;
}

/** A record that no longer stands, or not as announced: said with the same weight as it was announced. */
export interface CorrectionStory {
  kind: 'annulment' | 'rejection' | 'correction';
  result: string;
  metric: string;
  units: string[];
  sector: string;
  /** As announced, and as now recognised (null: not at all). */
  before: string;
  value: string | null;
  reason: string;
  lost: LostRecord[];
  at: string;
}

/** A record that was announced as provisional and has been verified since. */
export interface SealStory {
  kind: 'seal';
  result: string;
  metric: string;
  units: string[];
  sector: string;
  value: string;
  /** The widest scope in which it stands. */
  scope: Scope;
  breakthrough: boolean;
  at: string;
}

/** The first unit to reach a standard, or the one with which all have. */
export interface StandardStory {
  kind: 'standard';
  result: string;
  metric: string;
  units: string[];
  /** The standard. */
  value: string;
  isLast: boolean;
  /** Active units that have reached it. */
  reached: number;
  of: number;
  at: string;
}

/** A drive came to another state: said in one line. */
export interface DriveStory {
  kind: 'drive';
  drive: string;
  name: string;
  to: 'started' | 'frozen' | 'closed' | 'finalised';
  /** Who is first in the end, and the score; of a finalised drive that somebody took part in. */
  units: string[];
  score: string | null;
  at: string;
}

export type Story = RecordStory | CorrectionStory | SealStory | StandardStory | DriveStory;

const width: Record<Scope, number> = { board: 0, sector: 1, unit: 2 };

type OfKind<K extends HappeningBody['kind']> = Extract<Happening, { kind: K }>;

const unitsOf = (one: { unit: string; partners: { unit: string }[] }) => [
  ...new Set([one.unit, ...one.partners.map((partner) => partner.unit)]),
];

/** A board's or a sector's record that another mark held before. A first mark is no fall. */
function storyOfRecord(happening: OfKind<'record'>): RecordStory | undefined {
  const { scope, how, previous } = happening;
  if (scope === 'unit' || how !== 'broken' || previous === null) return undefined;
  const { result, metric, sector, value, breakthrough, provisional, at, achievedAt } = happening;
  const units = unitsOf(happening);
  const fallen = [{ scope, previous }];
  return {
    kind: 'record',
    result,
    metric,
    units,
    sector,
    value,
    fallen,
    breakthrough,
    provisional,
    times: 1,
    folded: [],
    parts: [],
    at,
    achievedAt,
  };
}

function storyOfLoss(happening: OfKind<'annulment' | 'correction'>): CorrectionStory | undefined {
  const kept = happening.kind === 'correction' ? (happening.kept ?? []) : [];
  const lost = [...happening.lost, ...kept].filter((one) => one.scope !== 'unit');
  if (lost.length === 0) return undefined;
  lost.sort((a, b) => width[a.scope] - width[b.scope]);
  const { kind, result, metric, sector, value, reason, at } = happening;
  const told = { result, metric, units: unitsOf(happening), sector, reason, lost, at };
  return kind === 'annulment'
    ? { kind: happening.rejected ? 'rejection' : kind, ...told, before: value, value: null }
    : { kind, ...told, before: happening.before, value };
}

/** The others that reach a standard are in the list of what happens. */
function storyOfStandard(happening: OfKind<'standard-reached'>): StandardStory | undefined {
  const { first, last, result, metric, unit, value, reached, of, at } = happening;
  if (!first && !last) return undefined;
  return { kind: 'standard', result, metric, units: [unit], value, isLast: last, reached, of, at };
}

const driveMoves = {
  'drive-started': 'started',
  'drive-frozen': 'frozen',
  'drive-closed': 'closed',
  'drive-finalised': 'finalised',
} as const;

const isDriveMove = (happening: Happening): happening is OfKind<keyof typeof driveMoves> =>
  happening.kind in driveMoves;

function storyOfDrive(happening: OfKind<keyof typeof driveMoves>): DriveStory {
  const { kind, drive, name, at } = happening;
  const end =
    kind === 'drive-finalised'
      ? { units: happening.leaders, score: happening.score }
      : { units: [], score: null };
  return { kind: 'drive', drive, name, to: driveMoves[kind], ...end, at };
}

/** What a happening has to tell on the whole screen; undefined where the list says enough. */
export function storyOf(happening: Happening): Story | undefined {
  if (happening.kind === 'record') return storyOfRecord(happening);
  if (happening.kind === 'annulment' || happening.kind === 'correction')
    return storyOfLoss(happening);
  if (happening.kind === 'standard-reached') return storyOfStandard(happening);
  if (isDriveMove(happening)) return storyOfDrive(happening);
  return undefined;
}

/** The seal of a verified result, where it holds a record; `standing` are the records it holds. */
export function sealOf(
  happening: OfKind<'verification'>,
  standing: readonly RecordRow[],
): SealStory | undefined {
  const [widest] = [...standing].sort((a, b) => width[a.scope] - width[b.scope]);
  if (!widest) return undefined;
  const { result, metric, sector, value, at } = happening;
  return {
    kind: 'seal',
    result,
    metric,
    units: unitsOf(happening),
    sector,
    value,
    scope: widest.scope,
    breakthrough: standing.some(({ breakthrough }) => breakthrough),
    at,
  };
}

/** Two records of the same result are one story. */
export function mergeRecords(told: RecordStory, more: RecordStory): RecordStory {
  const scopes = new Set(told.fallen.map((one) => one.scope));
  const added = more.fallen.filter((one) => !scopes.has(one.scope));
  const fallen = [...told.fallen, ...added].sort((a, b) => width[a.scope] - width[b.scope]);
  return { ...told, fallen, breakthrough: told.breakthrough || more.breakthrough };
}
