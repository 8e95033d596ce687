import type { ExperienceRow } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { WithdrawDialog } from '../experience/withdraw-dialog.tsx';
import { useTopic } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { formatDate } from '../ui/format.ts';
import type { DeskParts } from './desk-parts.ts';
import { ListView } from '../list/list-view.tsx';

/** What units have written: read, and withdrawn with a reason where it must not stand. */
export function ExperienceModeration({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const { rows } = useTopic<ExperienceRow>(board, 'experiences');
  const [withdrawn, setWithdrawn] = useState<string>();
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const unitOf = ({ unit }: ExperienceRow) => vocabulary.units.get(unit)?.name ?? unit;
  const metricOf = ({ metric }: ExperienceRow) => vocabulary.metrics.get(metric)?.name ?? metric;
  const state = (row: ExperienceRow) =>
    row.withdrawn
      ? t('experience.withdrawn', { reason: row.withdrawn.reason })
      : t('experience.stands');
  return (
    <>
      <ListView
        board={board}
        label={t('place.experiences.name')}
        path="/experiences"
        rows={[...rows.values()]}
        rowId={({ id }) => id}
        text={(row) => `${row.title} ${unitOf(row)} ${metricOf(row)} ${state(row)}`}
        empty={t('none.experiences')}
        columns={[
          {
            id: 'title',
            label: t('column.title'),
            cell: ({ id, title }) => <Link href={`/b/${board}/experience/${id}`}>{title}</Link>,
            sortBy: ({ title }) => title,
          },
          { id: 'unit', label: t('column.unit'), cell: unitOf, sortBy: unitOf, facet: unitOf },
          {
            id: 'metric',
            label: t('column.metric'),
            cell: metricOf,
            sortBy: metricOf,
            facet: metricOf,
          },
          {
            id: 'written',
            label: t('column.written'),
            cell: ({ writtenAt }) => formatDate(writtenAt, timeZone),
            sortBy: ({ writtenAt }) => writtenAt,
          },
          { id: 'state', label: t('column.state'), cell: state, sortBy: state },
          {
            id: 'do',
            label: t('column.do'),
            isActs: true,
            cell: (row) =>
              !row.withdrawn && (
                <button
                  type="button"
                  className={button.button}
                  aria-label={t('experience.withdrawOf', { name: row.title })}
                  onClick={() => setWithdrawn(row.id)}
                >
                  {t('experience.withdraw')}
                </button>
              ),
          },
        ]}
      />
      {withdrawn !== undefined && (
        <WithdrawDialog board={board} id={withdrawn} onClose={() => setWithdrawn(undefined)} />
      )}
    </>
  );
}
