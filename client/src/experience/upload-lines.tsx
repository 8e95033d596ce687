import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { formatPercent } from '../ui/format.ts';
import styles from './upload-lines.module.css';
import type { Upload } from './use-uploads.ts';

interface LineProps {
  upload: Upload;
  onDismiss: () => void;
}

function UploadLine({ upload, onDismiss }: LineProps) {
  const { t } = useTranslation('uploads');
  const { name, part, failed } = upload;
  if (failed) {
    const reason = 'word' in failed ? t(failed.word) : failed.detail;
    return (
      <li role="alert">
        <span>{t('failed', { name, reason })}</span>
        <button type="button" className={button.button} onClick={onDismiss}>
          {t('dismiss')}
        </button>
      </li>
    );
  }
  const percent = formatPercent(part ?? 0, 0);
  return (
    <li>
      <label>
        {part === undefined ? t('working', { name }) : t('uploading', { name, percent })}
        <progress max={1} {...(part === undefined ? {} : { value: part })} />
      </label>
    </li>
  );
}

interface Props {
  uploads: readonly Upload[];
  onDismiss: (key: string) => void;
}

/** Pictures on their way: how far each is, and why one did not arrive. */
export function UploadLines({ uploads, onDismiss }: Props) {
  // The words are there before the first picture is chosen.
  useTranslation('uploads');
  return (
    <ul className={styles.uploads} aria-live="polite">
      {uploads.map((upload) => (
        <UploadLine key={upload.key} upload={upload} onDismiss={() => onDismiss(upload.key)} />
      ))}
    </ul>
  );
}
