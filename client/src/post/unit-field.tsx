import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { useOwnUnits } from '../store/session.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { Field } from './field.tsx';
import { UnitSearchBox } from './unit-search-box.tsx';
import styles from './unit-field.module.css';

interface Props {
  vocabulary: Vocabulary;
  unit: string;
  error: string | undefined;
  onChoose: (unit: string) => void;
}

/** What a leader may choose from: the own units. */
function ownOnly(vocabulary: Vocabulary, own: readonly string[] | undefined): Vocabulary {
  if (own === undefined) return vocabulary;
  return {
    ...vocabulary,
    units: new Map([...vocabulary.units].filter(([id]) => own.includes(id))),
  };
}

/** The device's unit, remembered; another one is a tap and a few letters away. */
export function UnitField({ vocabulary, unit, error, onChoose }: Props) {
  const { t } = useTranslation('post');
  const [changes, setChanges] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Asked for by its own button, which is gone: the search takes the focus over.
    if (changes) area.current?.querySelector('input')?.focus();
  }, [changes]);
  const own = useOwnUnits();
  const onlyOwn = own?.length === 1 ? own[0] : undefined;
  useEffect(() => {
    // Whoever leads one unit posts for that one: there is nothing to choose.
    if (onlyOwn !== undefined && onlyOwn !== unit) onChoose(onlyOwn);
  }, [onlyOwn, unit, onChoose]);
  const chosen = vocabulary.units.get(unit);
  if (vocabulary.units.size === 0) return <p className={styles.empty}>{t('unit.empty')}</p>;
  if (chosen && !changes)
    return (
      <button
        type="button"
        className={styles.chosen}
        disabled={onlyOwn !== undefined}
        onClick={() => setChanges(true)}
      >
        <i
          style={{ background: sectorColour(vocabulary.sectors, chosen.sector) }}
          aria-hidden="true"
        />
        <span>
          <span className="visually-hidden">{t('unit.label')}: </span>
          <b>{chosen.name}</b>
          <small>{vocabulary.sectors.get(chosen.sector)?.name}</small>
        </span>
        {onlyOwn === undefined && <em>{t('unit.change')}</em>}
      </button>
    );
  return (
    <div ref={area}>
      <Field id="unit" label={t('unit.choose')} error={error}>
        <UnitSearchBox
          id="unit"
          label={t('unit.search')}
          vocabulary={ownOnly(vocabulary, own)}
          error={error}
          open
          onChoose={(id) => {
            setChanges(false);
            onChoose(id);
          }}
        />
      </Field>
    </div>
  );
}
