import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitInfo, Vocabulary } from '../store/board-store.ts';
import { findNames } from './name-search.ts';
import styles from './unit-search.module.css';

interface Props {
  vocabulary: Vocabulary;
  label: string;
  /** Units that are not offered. */
  except?: readonly string[];
  onChoose: (unit: string) => void;
}

const offered = 8;

/** A unit by its name: type, choose with the arrows, Enter or a tap. */
export function UnitSearch({ vocabulary, label, except = [], onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const units = [...vocabulary.units.values()].filter((unit) => !except.includes(unit.id));
  const found = open ? findNames(units, text, offered) : [];
  const choose = (unit: UnitInfo | undefined) => {
    if (!unit) return;
    setText('');
    setOpen(false);
    onChoose(unit.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else return;
    if (event.key !== 'Escape') event.preventDefault();
  };
  const isShown = found.length > 0;
  return (
    <div className={styles.search} role="search" aria-label={label}>
      <input
        type="search"
        data-add
        role="combobox"
        aria-label={label}
        aria-expanded={isShown}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={isShown ? `${id}-${at}` : undefined}
        placeholder={label}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div id={id} role="listbox" aria-label={label} className={styles.list} hidden={!isShown}>
        {found.map((unit, index) => (
          <div
            key={unit.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // Before the field loses the focus, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              choose(unit);
            }}
          >
            <span>{unit.name}</span>
            <small>{vocabulary.sectors.get(unit.sector)?.name}</small>
          </div>
        ))}
      </div>
      {open && text.trim() !== '' && !isShown && (
        <p className={styles.none} role="status">
          {t('search.none')}
        </p>
      )}
    </div>
  );
}
