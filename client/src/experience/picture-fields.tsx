import { maxPictures, type Picture } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../api/experiences.ts';
import { formatPercent } from '../ui/format.ts';
import form from '../ui/form.module.css';
import styles from './form.module.css';
import { PictureChooser } from './picture-chooser.tsx';
import { useUploads, type Upload } from './use-uploads.ts';

interface Props {
  board: string;
  pictures: readonly Picture[];
  onChange: (change: (pictures: readonly Picture[]) => Picture[]) => void;
}

function UploadLine({ upload, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const { t } = useTranslation('experience');
  const { name, part, failed } = upload;
  if (failed) {
    const reason = 'word' in failed ? t(`form.${failed.word}`) : failed.detail;
    return (
      <li className={styles.upload} role="alert">
        <span>{t('form.uploadFailed', { name, reason })}</span>
        <button type="button" className={styles.quiet} onClick={onDismiss}>
          {t('form.dismiss')}
        </button>
      </li>
    );
  }
  const percent = formatPercent(part ?? 0, 0);
  return (
    <li className={styles.upload}>
      <label>
        {part === undefined ? t('form.working', { name }) : t('form.uploading', { name, percent })}
        <progress max={1} {...(part === undefined ? {} : { value: part })} />
      </label>
    </li>
  );
}

/** Pictures: chosen, sent with their progress, described, and taken out again. */
export function PictureFields({ board, pictures, onChange }: Props) {
  const { t } = useTranslation('experience');
  const { uploads, add, dismiss } = useUploads(board, (picture) =>
    onChange((old) => [...old.filter((each) => each.id !== picture.id), picture]),
  );
  const room = maxPictures - pictures.length;
  const describe = (picture: Picture, alt: string) =>
    onChange((old) => old.map((each) => (each.id === picture.id ? { ...each, alt } : each)));
  return (
    <fieldset className={styles.group}>
      <legend>{t('pictures')}</legend>
      <ul className={styles.pictures}>
        {pictures.map((picture) => (
          <li key={picture.id}>
            <img
              src={pictureAddress(board, picture.id, 'small')}
              alt={picture.alt ?? ''}
              width={picture.width}
              height={picture.height}
            />
            <label className={form.field}>
              <span>{t('form.alt')}</span>
              <input
                value={picture.alt ?? ''}
                maxLength={500}
                onChange={(event) => describe(picture, event.target.value)}
              />
            </label>
            <button
              type="button"
              className={styles.quiet}
              onClick={() => onChange((old) => old.filter((each) => each.id !== picture.id))}
            >
              {t('form.removePicture')}
            </button>
          </li>
        ))}
      </ul>
      <ul className={styles.uploads} aria-live="polite">
        {uploads.map((upload) => (
          <UploadLine key={upload.key} upload={upload} onDismiss={() => dismiss(upload.key)} />
        ))}
      </ul>
      {room > 0 ? (
        <PictureChooser label={t('form.addPictures')} onChosen={(files) => void add(files, room)} />
      ) : (
        <p className={form.hint}>{t('form.full', { count: maxPictures })}</p>
      )}
      <p className={form.hint}>{t('form.picturesHint')}</p>
    </fieldset>
  );
}
