import type { DriveHeadRow, DriveRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic, useVocabulary } from '../store/board-store.ts';
import { useIsSteward } from '../store/session.ts';
import { BoardLoading } from '../ui/board-loading.tsx';
import button from '../ui/button.module.css';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { DriveHeader } from './drive-header.tsx';
import type { DriveParts } from './drive-parts.ts';
import { DriveTasks } from './drive-tasks.tsx';
import { Draft } from './draft.tsx';
import { Standings } from './standings.tsx';
import { StewardBar } from './steward-bar.tsx';
import { Uncounted } from './uncounted.tsx';
import styles from './drives.module.css';

/** The topic's rows: the drive itself, and its units in order. */
function splitRows(rows: ReadonlyMap<string, DriveHeadRow | DriveRow>): {
  drive: DriveHeadRow | undefined;
  units: DriveRow[];
} {
  const units: DriveRow[] = [];
  let drive: DriveHeadRow | undefined;
  for (const row of rows.values())
    if ('state' in row) drive = row;
    else units.push(row);
  units.sort((a, b) => a.place - b.place || (a.unit < b.unit ? -1 : 1));
  return { drive, units };
}

function MissingDrive({ board }: { board: string }) {
  const { t } = useTranslation('drives');
  return (
    <Notice
      title={t('missing')}
      whole
      actions={
        <Link href={`/b/${board}/drives`} className={button.button}>
          {t('all')}
        </Link>
      }
    >
      {t('missingText')}
    </Notice>
  );
}

function Running({ units, ...parts }: DriveParts & { units: readonly DriveRow[] }) {
  return (
    <>
      <DriveHeader {...parts} />
      {parts.isSteward && <StewardBar {...parts} />}
      <div className={styles.body}>
        <DriveTasks {...parts} />
        <Standings {...parts} units={units} />
        {parts.drive.uncounted > 0 && <Uncounted {...parts} />}
      </div>
    </>
  );
}

/** One drive: where it stands, what counts, and every score down to the results it came from. */
export function DrivePage({ board, id }: { board: string; id: string }) {
  const { t } = useTranslation('drives');
  const vocabulary = useVocabulary(board);
  const isSteward = useIsSteward();
  const isOpen = vocabulary.drives.has(id);
  const { rows, status } = useTopic<DriveHeadRow | DriveRow>(board, isOpen ? `drive:${id}` : '');
  const { drive, units } = useMemo(() => splitRows(rows), [rows]);
  if (vocabulary.status === 'missing') return <NotFound what="board" />;
  if (!vocabulary.board) return <BoardLoading board={board} />;
  const { name } = vocabulary.board;
  const title = vocabulary.drives.get(id)?.name ?? t('heading');
  return (
    <PageFrame board={board} name={name} title={`${title} · ${name}`}>
      {drive ? (
        <Running {...{ board, vocabulary, isSteward, drive, units }} />
      ) : isOpen && status !== 'missing' ? (
        <Loading />
      ) : isSteward ? (
        <Draft board={board} id={id} otherwise={<MissingDrive board={board} />} />
      ) : (
        <MissingDrive board={board} />
      )}
    </PageFrame>
  );
}
