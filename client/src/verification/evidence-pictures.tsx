import { maxEvidence, type Picture } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../api/experiences.ts';
import { PictureChooser } from '../experience/picture-chooser.tsx';
import { UploadLines } from '../experience/upload-lines.tsx';
import { useUploads } from '../experience/use-uploads.ts';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
import { useItemFocus } from '../ui/item-focus.ts';
import styles from './evidence.module.css';

interface Props {
  board: string;
  pictures: readonly Picture[];
  onChange: (change: (pictures: readonly Picture[]) => readonly Picture[]) => void;
}

/** Photographs and scans as evidence: uploaded as they are chosen, and taken out again. */
export function EvidencePictures({ board, pictures, onChange }: Props) {
  const { t } = useTranslation('verification');
  const focus = useItemFocus<HTMLDivElement>();
  const { uploads, add, dismiss } = useUploads(board, (picture) =>
    onChange((old) => [...old.filter((each) => each.id !== picture.id), picture]),
  );
  const room = maxEvidence - pictures.length;
  return (
    <div className={styles.field} ref={focus.area}>
      {pictures.length > 0 && (
        <ul className={styles.strip}>
          {pictures.map((picture, at) => (
            <li key={picture.id} data-item>
              <img
                src={pictureAddress(board, picture.id, 'small')}
                alt={t('evidence.picture', { number: at + 1 })}
              />
              <button
                type="button"
                className={button.button}
                data-remove
                onClick={() => {
                  focus.removed(at);
                  onChange((old) => old.filter((each) => each.id !== picture.id));
                }}
              >
                {t('evidence.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <UploadLines uploads={uploads} onDismiss={dismiss} />
      {room > 0 && (
        <PictureChooser label={t('evidence.add')} onChosen={(files) => void add(files, room)} />
      )}
      <p className={form.hint}>{t('evidence.picturesHint')}</p>
    </div>
  );
}
