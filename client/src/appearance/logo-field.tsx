import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../api/experiences.ts';
import { pictureTypes } from '../experience/shrink-picture.ts';
import { useUploads } from '../experience/use-uploads.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import styles from './appearance.module.css';
import type { LookDraft } from './look-draft.ts';

interface Props {
  board: string;
  logo: LookDraft['logo'];
  onChange: (logo: LookDraft['logo']) => void;
}

/** The logo: chosen from the device, sent at once, kept when the look is saved. */
export function LogoField({ board, logo, onChange }: Props) {
  const { t } = useTranslation(['appearance', 'experience']);
  const id = useId();
  const { uploads, isBusy, add } = useUploads(board, onChange);
  const failed = uploads.find((upload) => upload.failed)?.failed;
  return (
    <fieldset className={styles.group}>
      <legend>{t('logo')}</legend>
      {logo && (
        <img
          className={styles.logo}
          src={pictureAddress(board, logo.id, 'small')}
          alt={logo.alt ?? ''}
          width={logo.width}
          height={logo.height}
        />
      )}
      <p className={styles.pick}>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept={pictureTypes.join(',')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file may be chosen again after it failed.
            event.target.value = '';
            if (file) void add([file], 1);
          }}
        />
        <label htmlFor={id} className={button.button} aria-busy={isBusy}>
          {t(logo ? 'otherLogo' : 'addLogo')}
        </label>
        {logo && (
          <button type="button" className={button.button} onClick={() => onChange(undefined)}>
            {t('removeLogo')}
          </button>
        )}
      </p>
      <p className={form.hint}>{t('logoHint')}</p>
      {failed && (
        <p className={form.wrong} role="alert">
          {'word' in failed ? t(`experience:form.${failed.word}`) : failed.detail}
        </p>
      )}
      {logo && (
        <label className={form.field}>
          <span>{t('alt')}</span>
          <input
            value={logo.alt ?? ''}
            maxLength={200}
            onChange={(event) => onChange({ ...logo, alt: event.target.value })}
          />
        </label>
      )}
    </fieldset>
  );
}
