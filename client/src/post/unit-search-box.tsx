import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { errorLink } from './field.tsx';
import { searchUnits } from './unit-search.ts';
import styles from './unit-field.module.css';

interface Props {
  id: string;
  label: string;
  vocabulary: Vocabulary;
  /** Units that cannot be chosen (again). */
  without?: readonly string[];
  error?: string | undefined;
  /** Shows units before anything is typed. */
  open?: boolean;
  onChoose: (unit: string) => void;
}

const most = 6;

/** A combobox over the board's units: type, arrow keys, Enter, or a tap. */
export function UnitSearchBox({
  id,
  label,
  vocabulary,
  without = [],
  error,
  open = false,
  onChoose,
}: Props) {
  const { t } = useTranslation('post');
  const list = useId();
  const [typed, setTyped] = useState('');
  // None before something was typed or an arrow key pressed: Enter chooses nothing by accident.
  const [active, setActive] = useState(-1);
  const units = [...vocabulary.units.values()].filter((unit) => !without.includes(unit.id));
  const found = typed.trim() === '' && !open ? [] : searchUnits(units, typed);
  const shown = found.slice(0, most);
  const choose = (unit: string | undefined) => {
    if (unit === undefined) return;
    setTyped('');
    setActive(-1);
    onChoose(unit);
  };
  const press = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move) setActive((at) => Math.max(0, Math.min(shown.length - 1, at + move)));
    else if (event.key === 'Enter') choose(shown[active]?.id);
    else if (event.key === 'Escape') setTyped('');
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.search}>
      <input
        id={id}
        className={styles.input}
        role="combobox"
        data-add
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${list}-${active}` : undefined}
        autoComplete="off"
        placeholder={label}
        enterKeyHint="done"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(event.target.value.trim() ? 0 : -1);
        }}
        onKeyDown={press}
        {...errorLink(id, error)}
      />
      <div id={list} className={styles.options} role="listbox" aria-label={label}>
        {shown.map((unit, index) => (
          <button
            key={unit.id}
            type="button"
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={styles.option}
            onClick={() => choose(unit.id)}
          >
            <i
              style={{ background: sectorColour(vocabulary.sectors, unit.sector) }}
              aria-hidden="true"
            />
            <span>{unit.name}</span>
            <small>{vocabulary.sectors.get(unit.sector)?.name}</small>
          </button>
        ))}
      </div>
      <p className={styles.count} role="status">
        {found.length === 0 && typed.trim() !== '' && t('unit.none', { typed })}
        {found.length > most && t('unit.more', { count: found.length - most })}
      </p>
    </div>
  );
}
