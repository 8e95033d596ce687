import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../ui/form.module.css';
import { PlacePreview } from './place-preview.tsx';
import { parsePlaces, placesText, readPlaces } from './place-lines.ts';
import { readSheetFile } from './read-sheet.ts';
import type { ChangeSetup, SetupForm } from './setup-form.ts';
import styles from './setup.module.css';

/** Sectors and units: typed, pasted, or from a file; below it what the lines mean. */
export function PlacesStep({ held, change }: { held: SetupForm; change: ChangeSetup }) {
  const { t } = useTranslation('setup');
  const [isUnreadable, setUnreadable] = useState(false);
  const words = {
    headings: ['sector', 'unit', t('places.sector'), t('places.unit')],
    fallback: t('places.oneSector'),
  };
  const write = (text: string) => change({ text, places: parsePlaces(text, words) });
  const read = async (file: File | undefined) => {
    if (!file) return;
    setUnreadable(false);
    try {
      const sheet = await readSheetFile(file);
      if (sheet.kind === 'text') return write(sheet.text);
      const places = readPlaces(sheet.rows, words);
      return change({ places, text: placesText(places) });
    } catch {
      return setUnreadable(true); // a damaged workbook, or no workbook at all
    }
  };
  return (
    <div className={styles.fields}>
      <label className={form.field}>
        <span>{t('places.label')}</span>
        <textarea
          rows={8}
          spellCheck={false}
          placeholder={t('places.example')}
          value={held.text}
          onChange={(event) => write(event.target.value)}
        />
        <span className={form.hint}>{t('places.hint')}</span>
      </label>
      <label className={form.field}>
        <span>{t('places.file')}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </label>
      {isUnreadable && (
        <p role="alert" className={form.wrong}>
          {t('places.unreadable')}
        </p>
      )}
      <PlacePreview
        rows={held.places}
        onChange={(places) => change({ places, text: placesText(places) })}
      />
    </div>
  );
}
