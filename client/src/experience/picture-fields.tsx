import { maxPictures, type Picture } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../api/experiences.ts';
import form from '../ui/form.module.css';
import styles from './form.module.css';
import { useItemFocus } from '../ui/item-focus.ts';
import { PictureChooser } from './picture-chooser.tsx';
import { UploadLines } from './upload-lines.tsx';
import { useUploads } from './use-uploads.ts';

interface Props {
  board: string;
  pictures: readonly Picture[];
  onChange: (change: (pictures: readonly Picture[]) => Picture[]) => void;
}

/** Pictures: chosen, sent with their progress, described, and taken out again. */
export function PictureFields({ board, pictures, onChange }: Props) {
  const { t } = useTranslation('experience');
  const focus = useItemFocus<HTMLFieldSetElement>();
  const { uploads, add, dismiss } = useUploads(board, (picture) =>
    onChange((old) => [...old.filter((each) => each.id !== picture.id), picture]),
  );
  const room = maxPictures - pictures.length;
  const describe = (picture: Picture, alt: string) =>
    onChange((old) => old.map((each) => (each.id === picture.id ? { ...each, alt } : each)));
  return (
    <fieldset className={styles.group} ref={focus.area}>
      <legend>{t('pictures')}</legend>
      <ul className={styles.pictures}>
        {pictures.map((picture, at) => (
          <li key={picture.id} data-item>
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
              data-remove
              onClick={() => {
                focus.removed(at);
                onChange((old) => old.filter((each) => each.id !== picture.id));
              }}
            >
              {t('form.removePicture')}
            </button>
          </li>
        ))}
      </ul>
      <UploadLines uploads={uploads} onDismiss={dismiss} />
      {room > 0 ? (
        <PictureChooser label={t('form.addPictures')} onChosen={(files) => void add(files, room)} />
      ) : (
        <p className={form.hint}>{t('form.full', { count: maxPictures })}</p>
      )}
      <p className={form.hint}>{t('form.picturesHint')}</p>
    </fieldset>
  );
}
