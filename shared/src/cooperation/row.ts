/** How often two parties worked together, and how; a result counts once in each. */
export interface PairCounts {
  /** Valid joint results in which both are parties. */
  results: number;
  /** Of these, both performed. */
  together: number;
  lastAt: string;
  lastResult: string;
}

/**
 * Topic `cooperation`: `summary`; `pair:<a>|<b>` with the two units in the order of their ids (the
 * 300 that worked together most); `sectors:<from>|<to>`.
 */
export type CooperationRow =
  | { kind: 'summary'; results: number; units: number; pairs: number; acrossSectors: number }
  | CooperationPair
  | SectorCooperation;

/** `helped` and `lent`: by the first unit for the second, and by the second for the first. */
export type CooperationPair = {
  kind: 'pair';
  units: [string, string];
  helped: [number, number];
  lent: [number, number];
} & PairCounts;

/** Parts that units of sector `from` had in results of sector `to`, by role. */
export interface SectorCooperation {
  kind: 'sectors';
  from: string;
  to: string;
  performed: number;
  helped: number;
  lent: number;
}

/** Topic `unit:<id>`: `with:<unit>`, everyone it worked with. */
export type PartnerRow = {
  kind: 'with';
  unit: string;
  /** What this unit did for the other, and the other for this one. */
  helpedThem: number;
  lentThem: number;
  helpedUs: number;
  lentUs: number;
} & PairCounts;

/** Topic `unit:<id>`: `invitation:<result>`, the newest joint results in which it is named. */
export interface InvitationRow {
  kind: 'invitation';
  result: string;
  /** Who posted it. */
  by: string;
  metric: string;
  value: string;
  achievedAt: string;
  receivedAt: string;
  role: string;
  share: string;
  /** When it declined; absent while it is a partner. */
  declinedAt?: string;
}
