import { maxNoteCharacters } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import type { Draft, FieldErrors } from './draft.ts';
import { errorLink, Field } from './field.tsx';
import { PartnerFields } from './partner-fields.tsx';
import { PhotoField } from './photo-field.tsx';
import styles from './detail-fields.module.css';

interface Props {
  vocabulary: Vocabulary;
  draft: Draft;
  errors: FieldErrors;
  edit: (changes: Partial<Draft>) => void;
}

const nearlyFull = 200;

/** What most results do without: a photo, partners, a note. */
export function DetailFields({ vocabulary, draft, errors, edit }: Props) {
  const { t } = useTranslation('post');
  const isUsed = draft.photo !== undefined || draft.partners.length > 0 || draft.note !== '';
  const isWrong = Boolean(errors.partners ?? errors.note);
  const [open, setOpen] = useState(isUsed);
  const left = maxNoteCharacters - draft.note.length;
  return (
    <details
      className={styles.details}
      open={open || isUsed || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('details.summary')}</summary>
      <div className={styles.fields}>
        <PhotoField photo={draft.photo} onPhoto={(photo) => edit({ photo })} />
        <PartnerFields vocabulary={vocabulary} draft={draft} error={errors.partners} edit={edit} />
        <Field
          id="note"
          label={t('details.note')}
          error={errors.note}
          aside={
            left < nearlyFull && (
              <span className={styles.left}>{t('details.noteLeft', { count: left })}</span>
            )
          }
        >
          <textarea
            id="note"
            rows={2}
            className={styles.note}
            maxLength={maxNoteCharacters}
            value={draft.note}
            onChange={(event) => edit({ note: event.target.value })}
            {...errorLink('note', errors.note)}
          />
        </Field>
      </div>
    </details>
  );
}
