import type { Applied } from '../../board/outcome.ts';
import { SmallBoard } from '../../testing/small-board.ts';
import { driveBodySchema, type DriveBody, type DriveState } from '../../vocabulary/drive.ts';
import type { Metric } from '../../vocabulary/metric.ts';
import type { Drive } from '../book.ts';
import { draftDrive } from '../draft-drive.ts';

export const plainDrive = {
  name: 'Spring drive',
  from: '2026-05-01',
  to: '2026-05-31',
  tasks: [{ id: 'more', metric: 'output', baseline: '100', target: '120' }],
  scoring: { kind: 'fulfilment' as const },
};

/** The small board with a drive, `spring`, that runs through May unless a test says otherwise. */
export class DriveBoard extends SmallBoard {
  constructor(metric: Partial<Metric> = {}) {
    super({ aggregate: 'sum', ...metric });
  }

  get drive(): Drive {
    const drive = this.state.books.drives.get('spring');
    if (!drive) throw new Error('the drive is not there');
    return drive;
  }

  putDrive(changes: Partial<Record<keyof DriveBody, unknown>> = {}): Applied {
    const body = driveBodySchema.parse({ ...plainDrive, ...changes });
    const drafted = draftDrive(this.state, 'spring', body);
    if (drafted.kind === 'problems') throw new Error(JSON.stringify(drafted.problems));
    return this.add(drafted.fact);
  }

  move(to: DriveState): Applied {
    return this.add({ type: 'drive.moved', id: 'spring', to });
  }
}
