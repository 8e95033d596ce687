import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { choosable } from '../i18n/words.ts';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { SearchSelect } from '../ui/search-select.tsx';
import { Select } from '../ui/select.tsx';
import type { ChangeSetup, SetupForm } from './setup-form.ts';
import styles from './setup.module.css';

/** Every zone the browser knows, and its own, which it may know by an older name. */
function useZones(own: string) {
  return useMemo(() => {
    const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), own]);
    return [...zones].filter(Boolean).map((zone) => ({
      value: zone,
      label: zone.replaceAll('_', ' '),
    }));
  }, [own]);
}

/** Name, time zone, language, and who may look on. */
export function BoardStep({ held, change }: { held: SetupForm; change: ChangeSetup }) {
  const { t } = useTranslation('setup');
  const zones = useZones(held.timeZone);
  return (
    <div className={styles.fields}>
      <label className={form.field}>
        <span>{t('board.name')}</span>
        <input
          required
          maxLength={200}
          autoComplete="organization"
          value={held.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <span className={form.hint}>{t('board.nameHint')}</span>
      </label>
      <SearchSelect
        label={t('board.timeZone')}
        hint={t('board.timeZoneHint')}
        options={zones}
        value={held.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
      <Select
        label={t('board.language')}
        hint={t('board.languageHint')}
        options={choosable.map(({ code, name }) => ({ value: code, label: name }))}
        value={held.language}
        onChange={(language) => change({ language })}
      />
      <div className={form.field}>
        <span>{t('board.visibility')}</span>
        <Choice
          label={t('board.visibility')}
          options={(['public', 'private'] as const).map((value) => ({
            value,
            label: t(`board.${value}`),
          }))}
          value={held.visibility}
          onChoose={(visibility) => change({ visibility })}
        />
        <span className={form.hint}>{t(`board.${held.visibility}Hint`)}</span>
      </div>
    </div>
  );
}
