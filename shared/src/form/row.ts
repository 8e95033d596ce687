/**
 * Topic `form:<metric>` (+ `:month`, `:week`), keyed by unit: how a unit of the ranking of the same
 * name has been lately.
 */
export interface FormRow {
  unit: string;
  /** Its place with what had come in before today began; null where it had none. */
  before: number | null;
  /** Its newest valid results, in the order of achievement: up to eight values. */
  last: string[];
}

export interface Rival {
  unit: string;
  place: number;
  score: string;
}

/** Topic `duels`, keyed by metric: the two neighbours in its ranking that are nearest to an overtake. */
export interface DuelRow {
  metric: string;
  ahead: Rival;
  behind: Rival;
  /** Between the two scores, without a sign. */
  by: string;
  /** The same in millionths of the score ahead: what compares metrics. */
  closeness: number;
}
