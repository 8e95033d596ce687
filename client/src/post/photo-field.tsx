import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureTypes, preparePicture } from '../experience/shrink-picture.ts';
import styles from './photo-field.module.css';

interface Props {
  photo: Blob | undefined;
  onPhoto: (photo: Blob | undefined) => void;
}

/** Sharp enough to read a display on, small enough for a shop floor's network. */
const limits = { edge: 1600, smallEnoughBytes: 350_000 };

/** A photograph of the display, the sheet, the scale: taken by the camera, made smaller here. */
export function PhotoField({ photo, onPhoto }: Props) {
  const { t } = useTranslation('post');
  const [said, setSaid] = useState<'busy' | 'too-large' | 'wrong-type'>();
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same photograph may be chosen again.
    event.target.value = '';
    if (!file) return;
    setSaid('busy');
    void preparePicture(file, limits).then((prepared) => {
      setSaid(prepared.kind === 'ready' ? undefined : prepared.kind);
      if (prepared.kind === 'ready') onPhoto(prepared.picture);
    });
  };
  return (
    <div className={styles.photo}>
      <label className={styles.take}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 7h4l2-3h6l2 3h4v13H3zM12 17.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8z" />
        </svg>
        <span>{t(photo ? 'photo.again' : 'photo.take')}</span>
        <input
          type="file"
          className="visually-hidden"
          accept={pictureTypes.join(',')}
          capture="environment"
          onChange={take}
        />
      </label>
      {photo && <Preview photo={photo} />}
      {photo && (
        <button type="button" className={styles.remove} onClick={() => onPhoto(undefined)}>
          {t('photo.remove')}
        </button>
      )}
      {said && (
        <p className={styles.said} role="status" data-wrong={said !== 'busy'}>
          {t(`photo.${said}`)}
        </p>
      )}
    </div>
  );
}

/** Drawn, not linked to: no address of a picture leaves this page. */
function Preview({ photo }: { photo: Blob }) {
  const { t } = useTranslation('post');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isShown = true;
    createImageBitmap(photo, { imageOrientation: 'from-image' }).then(
      (bitmap) => {
        const target = canvas.current;
        if (isShown && target) {
          const scale = 160 / Math.max(bitmap.width, bitmap.height);
          target.width = Math.round(bitmap.width * scale);
          target.height = Math.round(bitmap.height * scale);
          target.getContext('2d')?.drawImage(bitmap, 0, 0, target.width, target.height);
        }
        bitmap.close();
      },
      // One that this browser cannot draw is sent all the same: the server judges it.
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [photo]);
  return <canvas ref={canvas} className={styles.preview} role="img" aria-label={t('photo.alt')} />;
}
