import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import { isFieldFixed } from './fixed-fields.ts';
import { Faults } from './text-field.tsx';
import { useWizard } from './wizard.ts';
import membersCss from './members.module.css';
import styles from './wizard.module.css';

/** What tells units of equal score apart, in the order in which it was ticked. */
export function TieBreakFields() {
  const { t } = useTranslation('wizard');
  const { form: drive, edit, saved, vocabulary } = useWizard();
  const { tieBreaks, tasks } = drive;
  const metrics = new Set(tasks.map(({ metric }) => metric).filter((metric) => metric !== ''));
  const offered = ['earliest', ...[...metrics].map((metric) => `countback:${metric}`)];
  const all = [...offered, ...tieBreaks.filter((each) => !offered.includes(each))];
  const say = (tieBreak: string) => {
    if (tieBreak === 'earliest') return t('scoring.earliest');
    const metric = tieBreak.slice(tieBreak.indexOf(':') + 1);
    return t('scoring.countback', { metric: vocabulary.metrics.get(metric)?.name ?? metric });
  };
  const toggle = (tieBreak: string) =>
    edit('tieBreaks', {
      tieBreaks: tieBreaks.includes(tieBreak)
        ? tieBreaks.filter((each) => each !== tieBreak)
        : [...tieBreaks, tieBreak],
    });
  return (
    <fieldset className={styles.group} disabled={isFieldFixed(saved, 'tieBreaks')}>
      <legend>{t('scoring.tieBreaks')}</legend>
      <p className={form.hint}>{t('scoring.tieBreaksHint')}</p>
      <div className={membersCss.ticks}>
        {all.map((each) => {
          const at = tieBreaks.indexOf(each);
          return (
            <label key={each} className={membersCss.tick}>
              <input type="checkbox" checked={at >= 0} onChange={() => toggle(each)} />
              <span>
                {tieBreaks.length > 1 && at >= 0 && `${at + 1}. `}
                {say(each)}
              </span>
            </label>
          );
        })}
      </div>
      <Faults path="tieBreaks" id="tie-breaks-fault" />
    </fieldset>
  );
}
