/** A row as a presenter reveals it. */
export interface RevealedRow {
  place: number;
  unit: string;
  score: string;
}

interface OfDrive {
  drive: string;
  name: string;
}

/** What drives announce. */
export type DriveHappeningBody =
  | ({ kind: 'drive-opened'; from: string; to: string } & OfDrive)
  | ({ kind: 'drive-started'; to: string } & OfDrive)
  | ({ kind: 'drive-review' } & OfDrive)
  | ({ kind: 'drive-frozen' } & OfDrive)
  | ({ kind: 'drive-closed' } & OfDrive)
  /** `rows` are new, best first; `count` are revealed so far, from the bottom place up. */
  | ({ kind: 'drive-revealed'; count: number; left: number; rows: RevealedRow[] } & OfDrive)
  /** `leaders` share the first place; empty where nobody took part. */
  | ({ kind: 'drive-finalised'; leaders: string[]; score: string | null } & OfDrive)
  /** A counter-plan: the value pledged in each task; no tasks at all takes it back. */
  | ({ kind: 'pledge'; unit: string; tasks: Record<string, string> } & OfDrive);

export type DriveHappeningKind = DriveHappeningBody['kind'];

export const driveHappeningKinds = {
  'drive-opened': 'drive-opened',
  'drive-started': 'drive-started',
  'drive-review': 'drive-review',
  'drive-frozen': 'drive-frozen',
  'drive-closed': 'drive-closed',
  'drive-revealed': 'drive-revealed',
  'drive-finalised': 'drive-finalised',
  pledge: 'pledge',
} as const satisfies { [Kind in DriveHappeningKind]: Kind };
