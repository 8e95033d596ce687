import type { ExperienceText, Picture } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../api/experiences.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './article.module.css';

type Content = Pick<ExperienceText, 'change' | 'needs' | 'links' | 'pictures'>;

function Gallery({ board, pictures }: { board: string; pictures: readonly Picture[] }) {
  const { t } = useTranslation('experience');
  const [open, setOpen] = useState<Picture>();
  const nameAt = (picture: Picture, at: number) => picture.alt ?? t('picture', { number: at + 1 });
  return (
    <section className={styles.part}>
      <h2>{t('pictures')}</h2>
      <ul className={styles.gallery}>
        {pictures.map((picture, at) => (
          <li key={picture.id}>
            <button type="button" onClick={() => setOpen(picture)}>
              <img
                src={pictureAddress(board, picture.id, 'small')}
                alt={nameAt(picture, at)}
                width={picture.width}
                height={picture.height}
                loading="lazy"
              />
            </button>
            {picture.alt !== undefined && <p>{picture.alt}</p>}
          </li>
        ))}
      </ul>
      {open && (
        <Dialog title={nameAt(open, pictures.indexOf(open))} onClose={() => setOpen(undefined)}>
          <img
            className={styles.large}
            src={pictureAddress(board, open.id, 'full')}
            alt={nameAt(open, pictures.indexOf(open))}
            width={open.width}
            height={open.height}
          />
        </Dialog>
      )}
    </section>
  );
}

function Links({ links }: Pick<Content, 'links'>) {
  const { t } = useTranslation('experience');
  return (
    <section className={styles.part}>
      <h2>{t('links')}</h2>
      <ul className={styles.links}>
        {links.map(({ url, title }) => (
          <li key={url}>
            <a href={url} rel="noopener noreferrer nofollow" target="_blank">
              {title || url}
            </a>
            {title && <small>{url}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was changed and what it needs, as it is read; also in the preview while it is written. */
export function Article({ board, content }: { board: string; content: Content }) {
  const { t } = useTranslation('experience');
  const { change, needs, links, pictures } = content;
  const hasAside = pictures.length > 0 || links.length > 0;
  return (
    <div className={styles.frame}>
      <div className={styles.article} data-aside={hasAside}>
        <div className={styles.stack}>
          <section className={styles.part}>
            <h2>{t('change')}</h2>
            <p className={styles.text}>{change}</p>
          </section>
          {needs && (
            <section className={styles.part}>
              <h2>{t('needs')}</h2>
              <p className={styles.text}>{needs}</p>
            </section>
          )}
        </div>
        {hasAside && (
          <div className={styles.stack}>
            {pictures.length > 0 && <Gallery board={board} pictures={pictures} />}
            {links.length > 0 && <Links links={links} />}
          </div>
        )}
      </div>
    </div>
  );
}
