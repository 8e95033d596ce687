import { displayLimits, type Scene } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandDisplay } from '../api/displays.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { SceneField } from './scene-field.tsx';
import { wallName, type Wall } from './wall-rows.ts';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  wall: Wall;
  onClose: () => void;
  onDone: () => void;
}

/** Another scene on one wall, at once and for a while. */
export function ShowDialog({ board, vocabulary, wall, onClose, onDone }: Props) {
  const { t } = useTranslation('walls');
  const [show, setShow] = useState<Scene>({ scene: 'ranking' });
  const [seconds, setSeconds] = useState(String(displayLimits.showSeconds));
  const work = () =>
    commandDisplay(board, wall.id, { kind: 'show', show, seconds: Number(seconds) });
  return (
    <FormDialog
      title={t('show.title', { wall: wallName(wall) })}
      confirm={t('show.confirm')}
      work={work}
      onClose={onClose}
      onDone={onDone}
    >
      <SceneField scene={show} vocabulary={vocabulary} onChange={setShow} />
      <label className={form.field}>
        <span>{t('show.seconds')}</span>
        <input
          type="number"
          inputMode="numeric"
          required
          min={displayLimits.leastSeconds}
          max={displayLimits.mostSeconds}
          value={seconds}
          onChange={(event) => setSeconds(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
