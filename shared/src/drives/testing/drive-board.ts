import type { Applied } from '../../board/outcome.ts';
import type { Entry, Fact } from '../../ledger/entry.ts';
import { splitShares } from '../../results/shares.ts';
import { SmallBoard } from '../../testing/small-board.ts';
import { driveBodySchema, type DriveBody, type DriveState } from '../../vocabulary/drive.ts';
import type { Metric } from '../../vocabulary/metric.ts';
import type { Drive } from '../book.ts';
import { draftDrive } from '../draft-drive.ts';
import type { DriveRow } from '../row.ts';
import { scoreDrive } from '../standings.ts';

export const plainDrive = {
  name: 'Spring drive',
  from: '2026-05-01',
  to: '2026-05-31',
  tasks: [{ id: 'more', metric: 'output', baseline: '100', target: '120' }],
  scoring: { kind: 'fulfilment' as const },
};

export const afterDrive = Date.parse('2026-06-30T12:00:00Z');

type Changes = Partial<Record<keyof DriveBody, unknown>>;

export const bodyOf = (changes: Changes = {}): DriveBody =>
  driveBodySchema.parse({ ...plainDrive, ...changes });

/** The small board with a drive, `spring`, that runs through May unless a test says otherwise. */
export class DriveBoard extends SmallBoard {
  /** When what is added next comes in: in May, while the drive runs. */
  receivedAt = Date.parse('2026-05-20T12:00:00Z');

  constructor(metric: Partial<Metric> = {}) {
    super({ aggregate: 'sum', ...metric });
  }

  override entryOf(fact: Fact): Entry {
    const entry = super.entryOf(fact);
    // The base class adds the vocabulary before there is a time of this one.
    return this.receivedAt ? { ...entry, at: new Date(this.receivedAt).toISOString() } : entry;
  }

  get drive(): Drive {
    const drive = this.state.books.drives.get('spring');
    if (!drive) throw new Error('the drive is not there');
    return drive;
  }

  putDrive(changes: Changes = {}): Applied {
    const drafted = draftDrive(this.state, 'spring', bodyOf(changes));
    if (drafted.kind === 'problems') throw new Error(JSON.stringify(drafted.problems));
    return this.add(drafted.fact);
  }

  /** The drive as it runs. */
  runDrive(changes: Changes = {}): void {
    this.putDrive(changes);
    this.move('pledging');
    this.move('running');
  }

  move(to: DriveState): Applied {
    return this.add({ type: 'drive.moved', id: 'spring', to });
  }

  /** A joint result; `share` is the partner's. */
  postWith(partner: string, share: string, post: [unit: string, value: string, day: string]): void {
    const [unit, value, day] = post;
    const split = splitShares([{ unit: partner, role: 'helped', share }]);
    if (split.kind === 'invalid') throw new Error(split.message);
    this.post(unit, value, day, { partners: split.partners, ownWeight: split.ownWeight });
  }

  postIn(metric: string, unit: string, value: string, day: string): Applied {
    return this.post(unit, value, day, { metric });
  }

  get rows(): DriveRow[] {
    return scoreDrive(this.state, this.drive, afterDrive).rows;
  }

  row(unit: string): DriveRow {
    const row = this.rows.find((each) => each.unit === unit);
    if (!row) throw new Error(`${unit} is not in the ranking`);
    return row;
  }

  /** `unit place score`, from the first place down. */
  get places(): string[] {
    return this.rows.map(({ unit, place, score }) => `${unit} ${place} ${score}`);
  }
}
