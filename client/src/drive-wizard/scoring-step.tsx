import { bonusKinds } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { isFieldFixed } from './fixed-fields.ts';
import { pointsOf } from './form-body.ts';
import { TextField } from './text-field.tsx';
import { TieBreakFields } from './tie-break-fields.tsx';
import { useWizard } from './wizard.ts';
import styles from './wizard.module.css';
import form from '../ui/form.module.css';

const kinds = ['fulfilment', 'placing'] as const;

function Placing() {
  const { t } = useTranslation('wizard');
  const { form: drive, edit, saved } = useWizard();
  const places = pointsOf(drive.points).map((points, at) => ({ place: at + 1, points }));
  return (
    <>
      <TextField
        path="scoring.points"
        label={t('scoring.points')}
        hint={t('scoring.pointsHint')}
        required
        isFixed={isFieldFixed(saved, 'scoring')}
        value={drive.points}
        onChange={(text) => edit('scoring', { points: text })}
      />
      <ol className={styles.places} aria-label={t('scoring.points')}>
        {places.map(({ place, points }) => (
          <li key={place}>
            {t('scoring.place', { place })} <strong>{points}</strong>
          </li>
        ))}
      </ol>
    </>
  );
}

function Bonuses() {
  const { t } = useTranslation('wizard');
  const { form: drive, edit, saved } = useWizard();
  return (
    <fieldset className={styles.group}>
      <legend>{t('scoring.bonuses')}</legend>
      <p className={form.hint}>{t('scoring.bonusesHint')}</p>
      <div className={styles.threeColumns}>
        {bonusKinds.map((kind) => (
          <TextField
            key={kind}
            path={`bonuses.${kind}`}
            label={t(`drives:bonus.${kind}`)}
            inputMode="decimal"
            isFixed={isFieldFixed(saved, 'bonuses')}
            value={drive.bonuses[kind] ?? ''}
            onChange={(points) =>
              edit(`bonuses.${kind}`, { bonuses: { ...drive.bonuses, [kind]: points } })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

/** How places come about, and what walls show of them. */
export function ScoringStep() {
  const { t } = useTranslation('wizard');
  const { form: drive, edit, saved } = useWizard();
  const isFixed = isFieldFixed(saved, 'scoring');
  return (
    <>
      <fieldset className={styles.group} disabled={isFixed}>
        <legend>{t('scoring.kind')}</legend>
        <Choice
          label={t('scoring.kind')}
          value={drive.scoring}
          options={kinds.map((value) => ({ value, label: t(`scoring.${value}`) }))}
          onChoose={(scoring) => edit('scoring', { scoring })}
        />
        <p className={form.hint}>{t(`scoring.${drive.scoring}Hint`)}</p>
        {drive.scoring === 'placing' ? (
          <Placing />
        ) : (
          <TextField
            path="scoring.capPercent"
            label={t('scoring.cap')}
            hint={t('scoring.capHint')}
            inputMode="numeric"
            required
            isFixed={isFixed}
            value={drive.capPercent}
            onChange={(capPercent) => edit('scoring.capPercent', { capPercent })}
          />
        )}
      </fieldset>
      <Bonuses />
      <TieBreakFields />
      <TextField
        path="lastPlacesHidden"
        label={t('scoring.lastPlacesHidden')}
        hint={t('scoring.lastPlacesHiddenHint')}
        inputMode="numeric"
        isFixed={isFieldFixed(saved, 'lastPlacesHidden')}
        value={drive.lastPlacesHidden}
        onChange={(lastPlacesHidden) => edit('lastPlacesHidden', { lastPlacesHidden })}
      />
    </>
  );
}
