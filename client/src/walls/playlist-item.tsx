import { displayLimits } from '@emulation/shared';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { TimeField } from '../ui/time-field.tsx';
import { takesSectors, toggled, type DraftItem } from './playlist-draft.ts';
import { weekdayName } from '../ui/weekday-name.ts';
import { SceneField } from './scene-field.tsx';
import { sceneName } from './scene-words.ts';
import styles from './editor.module.css';

interface Props {
  item: DraftItem;
  place: number;
  count: number;
  vocabulary: Vocabulary;
  onChange: (change: Partial<DraftItem>) => void;
  onMove: (place: number) => void;
  onRemove: () => void;
  drag: { onStart: () => void; onDrop: () => void };
}

function Checks<T extends string | number>(props: {
  label: string;
  hint?: string;
  options: readonly { value: T; name: string }[];
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
}) {
  const { label, hint, options, chosen, onChange } = props;
  return (
    <fieldset className={styles.checks}>
      <legend>{label}</legend>
      {options.map(({ value, name }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => onChange(toggled(chosen, value))}
          />
          <span>{name}</span>
        </label>
      ))}
      {hint !== undefined && <span className={form.hint}>{hint}</span>}
    </fieldset>
  );
}

function Times({ item, zone, onChange }: Pick<Props, 'item' | 'onChange'> & { zone: string }) {
  const { t } = useTranslation('walls');
  return (
    <div className={styles.times}>
      {(['from', 'to'] as const).map((end) => (
        <TimeField
          key={end}
          label={t(`editor.${end}`)}
          value={item[end]}
          onChange={(time) => onChange({ [end]: time })}
        />
      ))}
      <span className={form.hint}>{t('editor.timesHint', { zone })}</span>
    </div>
  );
}

/** One scene of a playlist: what, for how long, when; it can be dragged, or moved by buttons. */
export function PlaylistItemFields(props: Props) {
  const { t } = useTranslation('walls');
  const { item, place, count, vocabulary, onChange, onMove, onRemove, drag } = props;
  const scene = sceneName(t, item.show.scene);
  const accept = (event: DragEvent) => event.preventDefault();
  const sectors = [...vocabulary.sectors.values()];
  return (
    // Dragging is one way; the buttons below are the other, for keys and fingers.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.item}
      data-item
      onDragOver={accept}
      onDrop={(event) => (event.preventDefault(), drag.onDrop())}
    >
      <header className={styles.itemHead}>
        <span
          className={styles.handle}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', scene);
            drag.onStart();
          }}
          title={t('editor.drag')}
          aria-hidden="true"
        >
          ⠿
        </span>
        <h3>{t('editor.item', { position: place + 1, scene })}</h3>
        <div className={styles.itemActions}>
          <button
            type="button"
            className={button.button}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          >
            {t('editor.up')}
          </button>
          <button
            type="button"
            className={button.button}
            disabled={place === count - 1}
            onClick={() => onMove(place + 1)}
          >
            {t('editor.down')}
          </button>
          <button
            type="button"
            className={button.button}
            data-remove
            disabled={count === 1}
            onClick={onRemove}
          >
            {t('editor.remove')}
          </button>
        </div>
      </header>
      <div className={styles.fields}>
        <SceneField
          scene={item.show}
          vocabulary={vocabulary}
          onChange={(show) => onChange({ show })}
        />
        <label className={form.field}>
          <span>{t('editor.seconds')}</span>
          <input
            type="number"
            inputMode="numeric"
            required
            min={displayLimits.leastSeconds}
            max={displayLimits.mostSeconds}
            value={item.seconds}
            onChange={(event) => onChange({ seconds: event.target.value })}
          />
        </label>
      </div>
      <Checks
        label={t('editor.days')}
        hint={t('editor.everyDay')}
        options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, name: weekdayName(value) }))}
        chosen={item.days}
        onChange={(days) => onChange({ days })}
      />
      <Times item={item} zone={vocabulary.board?.timeZone ?? 'UTC'} onChange={onChange} />
      {takesSectors(item) && sectors.length > 1 && (
        <Checks
          label={t('editor.sectors')}
          options={sectors.map(({ id, name }) => ({ value: id, name }))}
          chosen={item.sectors}
          onChange={(chosen) => onChange({ sectors: chosen })}
        />
      )}
    </li>
  );
}
