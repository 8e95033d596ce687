/** What stands against a fact, by the path of the field at fault. */
export interface FactProblem {
  kind:
    | 'unknown-unit'
    | 'unknown-metric'
    | 'unknown-sector'
    | 'unknown-result'
    | 'unknown-title'
    | 'unknown-honour'
    | 'honour-exists'
    | 'honour-withdrawn'
    | 'invalid'
    | 'has-results'
    | 'annulled'
    | 'ratified'
    | 'attested'
    | 'settled'
    | 'declined'
    | 'unknown-partner'
    | 'unknown-objection'
    | 'verified'
    | 'unknown-drive'
    | 'drive-state'
    | 'drive-fixed'
    | 'standard-fixed'
    | 'pledges-closed'
    | 'not-eligible'
    | 'unknown-experience'
    | 'unknown-picture'
    | 'experience-fixed'
    | 'withdrawn'
    | 'not-offered'
    | 'wrong-move'
    | 'unknown-playlist'
    | 'unknown-display'
    | 'unknown-message'
    | 'stage-taken'
    | 'wrong-step'
    | 'retired'
    | 'merged'
    | 'in-use'
    | 'unknown-import'
    | 'undone';
  path: string;
  message: string;
}

export type Drafted<F> = { kind: 'fact'; fact: F } | { kind: 'problems'; problems: FactProblem[] };
