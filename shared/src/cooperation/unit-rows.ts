import { locateResult } from '../board/apply-change.ts';
import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { isAnnulled } from '../results/columns.ts';
import { resultRow } from '../results/rows.ts';
import type { InvitationRow, PartnerRow } from './row.ts';
import type { CooperationTally } from './tally.ts';

/** Invitations a unit's topic holds. */
const maxInvitations = 50;
const maxPartnerRows = 100;

/** Everyone a unit worked with, those with whom it did most first. */
export function partnerRows(tally: CooperationTally, id: string): PartnerRow[] {
  return tally
    .pairs()
    .slice(0, maxPartnerRows)
    .map(({ kind: _, units, helped, lent, ...counts }) => {
      const [us, them] = units[0] === id ? ([0, 1] as const) : ([1, 0] as const);
      return {
        kind: 'with',
        unit: units[them],
        helpedThem: helped[us],
        lentThem: lent[us],
        helpedUs: helped[them],
        lentUs: lent[them],
        ...counts,
      };
    });
}

interface Named {
  seq: number;
  metric: MetricState;
  index: number;
}

/** Joint results that name the unit as a partner, kept up as results arrive. */
export class Invitations {
  private readonly state: BoardState;
  private readonly id: string;
  private readonly read = new Map<MetricState, { counted: number; revision: number }>();
  private named: Named[] = [];
  private shown: InvitationRow[] | undefined;

  constructor(state: BoardState, id: string) {
    this.state = state;
    this.id = id;
  }

  /** The last to be received first; those it declined stay, as such. */
  rows(): readonly InvitationRow[] {
    for (const metric of this.state.metrics.values()) this.catchUp(metric);
    this.shown ??= this.describeAll();
    return this.shown;
  }

  private describeAll(): InvitationRow[] {
    this.named = this.named.sort((a, b) => b.seq - a.seq).slice(0, maxInvitations);
    const isNamed = new Set(this.named.map(({ seq }) => seq));
    const { declined } = this.state.books.cooperation;
    const refused = [...declined].flatMap(([seq, list]) =>
      !isNamed.has(seq) && list.some(({ unit }) => unit === this.id) ? [seq] : [],
    );
    return [
      ...this.named.flatMap((named) => this.describe(named) ?? []),
      ...refused.flatMap((seq) => this.describeDeclined(seq) ?? []),
    ]
      .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
      .slice(0, maxInvitations);
  }

  private catchUp(metric: MetricState): void {
    const { revision, results, extras } = metric;
    const known = this.read.get(metric);
    const isKnown = known?.revision === revision;
    if (!isKnown) {
      this.named = this.named.filter((named) => named.metric !== metric);
      this.shown = undefined;
    }
    const unit = this.state.unitIndex.indexes.get(this.id);
    const take = (index: number) => {
      const partners = extras.joint.get(index)?.partners ?? [];
      if (isAnnulled(results, index) || !partners.some((partner) => partner.unit === unit)) return;
      this.named.push({ seq: results.seq[index] ?? 0, metric, index });
      this.shown = undefined;
    };
    if (isKnown) for (let at = known.counted; at < results.length; at++) take(at);
    else for (const index of extras.joint.keys()) take(index);
    this.read.set(metric, { counted: results.length, revision });
  }

  private describe({ metric, index }: Named): InvitationRow | undefined {
    const row = resultRow(this.state, metric, index);
    const own = row.partners.find(({ unit }) => unit === this.id);
    return own && this.invitation(row, own);
  }

  private describeDeclined(seq: number): InvitationRow | undefined {
    const found = locateResult(this.state, seq);
    if (!found || isAnnulled(found.metric.results, found.index)) return undefined;
    const said = this.state.books.cooperation.declined
      .get(seq)
      ?.findLast(({ unit }) => unit === this.id);
    if (!said) return undefined;
    const row = resultRow(this.state, found.metric, found.index);
    return { ...this.invitation(row, said), declinedAt: said.at };
  }

  private invitation(
    row: ReturnType<typeof resultRow>,
    { role, share }: { role: string; share: string },
  ): InvitationRow {
    const { id, unit, metric, value, achievedAt, receivedAt } = row;
    return {
      kind: 'invitation',
      result: id,
      by: unit,
      metric,
      value,
      achievedAt,
      receivedAt,
      role,
      share,
    };
  }
}
