import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { DataTable } from '../ui/data-table.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { formatNumber } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { tell } from '../ui/toasts.ts';
import styles from './look.module.css';
import { sampleFigures } from './samples.ts';

function Question({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('look');
  return (
    <FormDialog
      title={t('question')}
      confirm={t('send')}
      work={() => Promise.resolve()}
      onClose={onClose}
    >
      <label className={form.field}>
        <span>{t('reason')}</span>
        <textarea required />
      </label>
    </FormDialog>
  );
}

function Figures() {
  const { t } = useTranslation('look');
  return (
    <DataTable
      label={t('figures')}
      rows={sampleFigures}
      rowId={({ id }) => id}
      empty={t('none')}
      columns={[
        { id: 'name', label: t('name'), cell: ({ name }) => name, sortBy: ({ name }) => name },
        { id: 'sector', label: t('unit'), cell: ({ sector }) => sector },
        {
          id: 'value',
          label: t('value'),
          isNumber: true,
          cell: ({ value }) => formatNumber(String(value), { decimals: 1 }),
          sortBy: ({ value }) => value,
        },
      ]}
    />
  );
}

export function LookActions() {
  const { t } = useTranslation('look');
  const [isAsking, setAsking] = useState(false);
  const say = () =>
    tell({ title: t('said'), text: t('saidText'), action: { label: t('undo'), run: () => {} } });
  return (
    <>
      <section className={styles.part}>
        <h2>{t('actions')}</h2>
        <div className={styles.row}>
          <button type="button" className={button.primary} onClick={() => setAsking(true)}>
            {t('open')}
          </button>
          <button type="button" className={button.button} onClick={say}>
            {t('say')}
          </button>
          <Menu
            label={t('more')}
            actions={[
              { id: 'edit', label: t('edit'), run: say },
              { id: 'remove', label: t('remove'), run: () => setAsking(true) },
            ]}
          />
        </div>
        {isAsking && <Question onClose={() => setAsking(false)} />}
      </section>
      <section className={styles.part}>
        <h2>{t('parts')}</h2>
        <Tabs
          label={t('parts')}
          tabs={[
            { id: 'first', label: t('figures'), content: <Figures /> },
            { id: 'second', label: t('second'), content: <p>{t('lead')}</p> },
          ]}
        />
      </section>
    </>
  );
}
