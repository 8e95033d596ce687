import type { VerificationCase } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { CardList } from '../list/card-list.tsx';
import type { ListField } from '../list/found-rows.ts';
import { CaseList, type CaseListProps } from './case-list.tsx';
import styles from './verification.module.css';

const casesPerPage = 50;

/** The queue: the most urgent first, until somebody asks for another order or for a part of it. */
export function CaseQueue({ board, ...props }: CaseListProps & { board: string }) {
  const { t } = useTranslation('verification');
  const { cases, vocabulary } = props;
  const unitOf = ({ result }: VerificationCase) =>
    vocabulary.units.get(result.unit)?.name ?? result.unit;
  const metricOf = ({ result }: VerificationCase) =>
    vocabulary.metrics.get(result.metric)?.name ?? result.metric;
  const lacks = ({ missing }: VerificationCase) => missing.map((what) => t(`lacks.${what}`));
  const fields: ListField<VerificationCase>[] = [
    { id: 'unit', label: t('field.unit'), sortBy: unitOf, facet: unitOf },
    { id: 'metric', label: t('field.metric'), sortBy: metricOf, facet: metricOf },
    {
      id: 'lacks',
      label: t('field.lacks'),
      facet: (one) => lacks(one)[0] ?? '',
      sortBy: (one) => lacks(one)[0] ?? '',
    },
    { id: 'since', label: t('field.since'), sortBy: ({ since }) => since },
  ];
  return (
    <div className={styles.queue}>
      <CardList
        board={board}
        label={t('cases')}
        path="/verification"
        fields={fields}
        rows={cases}
        perPage={casesPerPage}
        text={(one) => [unitOf(one), metricOf(one), one.result.value, ...lacks(one)].join(' ')}
      >
        {(shown) => <CaseList {...props} cases={shown} />}
      </CardList>
    </div>
  );
}
