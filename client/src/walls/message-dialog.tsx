import { displayLimits } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayMessage } from '../api/displays.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { Select } from '../ui/select.tsx';
import { newId } from '../ui/new-id.ts';
import { wallName, type Wall } from './wall-rows.ts';

const minuteMs = 60_000;
const spans = {
  minutes15: 15 * minuteMs,
  hour1: 60 * minuteMs,
  hours8: 480 * minuteMs,
  day1: 1440 * minuteMs,
  week1: 7 * 1440 * minuteMs,
} as const;
type Span = keyof typeof spans;
const spanNames = Object.keys(spans) as Span[]; // the keys written above

interface Props {
  board: string;
  /** Absent: to all walls. */
  wall?: Wall;
  onClose: () => void;
}

/** Something to say on one wall or on all, which stands for a while. */
export function MessageDialog({ board, wall, onClose }: Props) {
  const { t } = useTranslation('walls');
  const [id] = useState(newId);
  const [text, setText] = useState('');
  const [span, setSpan] = useState<Span>('hour1');
  const say = () => {
    const until = new Date(Date.now() + spans[span]).toISOString();
    return sayMessage(board, id, { text, until, ...(wall ? { displays: [wall.id] } : {}) });
  };
  return (
    <FormDialog
      title={wall ? t('message.title', { wall: wallName(wall) }) : t('message.titleAll')}
      confirm={t('message.confirm')}
      work={say}
      onClose={onClose}
    >
      <label className={form.field}>
        <span>{t('message.label')}</span>
        <textarea
          required
          maxLength={displayLimits.messageCharacters}
          value={text}
          // One paragraph: a wall breaks lines by itself.
          onChange={(event) => setText(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
        />
        <span className={form.hint}>
          {t('message.hint', { most: displayLimits.messageCharacters })}
        </span>
      </label>
      <Select
        label={t('message.for')}
        options={spanNames.map((value) => ({ value, label: t(`message.${value}`) }))}
        value={span}
        onChange={setSpan}
      />
    </FormDialog>
  );
}
