import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsSteward } from '../store/session.ts';
import { useVocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CopyField } from './copy-field.tsx';
import { EmbeddingForm } from './embedding-form.tsx';
import { QrCode } from './qr-code.tsx';
import {
  embedPath,
  feedPath,
  filesOf,
  imagePath,
  overlayPath,
  subjectOf,
  type ShareSubject,
} from './share-subject.ts';
import styles from './share.module.css';

interface Part {
  subject: ShareSubject;
  name: string;
}

function LinkPart({ subject, name }: Part) {
  const { t } = useTranslation('share');
  const link = location.href;
  const canShare = typeof navigator.share === 'function';
  const share = () =>
    // Whoever changes their mind rejects it: nothing went wrong.
    navigator.share({ title: document.title, url: link }).catch(() => undefined);
  return (
    <section className={styles.link}>
      <div>
        <CopyField label={t('link')} text={link} />
        {canShare && (
          <button type="button" className={button.primary} onClick={() => void share()}>
            {t('native')}
          </button>
        )}
        <a href={imagePath(subject)} target="_blank" rel="noopener" className={styles.image}>
          <img src={imagePath(subject)} alt={t('image', { name })} width={1200} height={630} />
        </a>
      </div>
      <QrCode text={link} label={t('qr')} />
    </section>
  );
}

function FilesPart({ subject }: Part) {
  const { t } = useTranslation('share');
  const base = `/api/v1/boards/${subject.board}`;
  return (
    <section>
      <h3>{t('files.title')}</h3>
      <ul className={styles.files}>
        {filesOf(subject).map(({ word, path, query }) => (
          <li key={path}>
            <span>{t(`files.${word}`)}</span>
            {(['csv', 'xlsx'] as const).map((ending) => (
              <a
                key={ending}
                className={button.button}
                href={`${base}/${path}.${ending}${query ? `?${query}` : ''}`}
                download
                aria-label={t('files.download', {
                  name: t(`files.${word}`),
                  format: ending.toUpperCase(),
                })}
              >
                {ending.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const views = ['ranking', 'records', 'feed'] as const;

function EmbedPart({ subject, name, isSteward }: Part & { isSteward: boolean }) {
  const { t } = useTranslation('share');
  const [view, setView] = useState<string>('ranking');
  const address = location.origin + embedPath(subject, view);
  const title = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const source = address.replaceAll('&', '&amp;');
  const snippet = `<iframe src="${source}" title="${title}" width="100%" height="520" loading="lazy" style="border:0"></iframe>`;
  return (
    <section>
      <h3>{t('embed.title')}</h3>
      <Choice
        label={t('embed.view')}
        value={view}
        options={views.map((value) => ({ value, label: t(`embed.${value}`) }))}
        onChoose={setView}
      />
      <CopyField label={t('embed.snippet')} text={snippet} isLong />
      <p className={styles.quiet}>{t('embed.note')}</p>
      {isSteward && <EmbeddingForm board={subject.board} />}
    </section>
  );
}

function FollowPart({ subject }: Part) {
  const { t } = useTranslation('share');
  return (
    <section>
      <h3>{t('follow.title')}</h3>
      <CopyField label={t('follow.atom')} text={location.origin + feedPath(subject, 'atom')} />
      <CopyField label={t('follow.json')} text={location.origin + feedPath(subject, 'json')} />
      <CopyField label={t('follow.overlay')} text={location.origin + overlayPath(subject)} />
      <p className={styles.quiet}>{t('follow.overlayNote')}</p>
    </section>
  );
}

/** Every way in which the view that is open may leave the board. */
export function ShareDialog({ board, onClose }: { board: string; onClose: () => void }) {
  const { t } = useTranslation('share');
  const isSteward = useIsSteward();
  const vocabulary = useVocabulary(board);
  const query = new URLSearchParams(location.search);
  const asked = subjectOf(board, location.pathname, query);
  const [first] = vocabulary.metrics.keys();
  // The board's own page shows its first metric where the address names none.
  const subject = asked.page === '' && !asked.metric && first ? { ...asked, metric: first } : asked;
  const isPrivate = vocabulary.board?.visibility === 'private';
  const part = { subject, name: vocabulary.board?.name ?? board };
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={styles.parts}>
        {isPrivate && <p className={styles.quiet}>{t('private')}</p>}
        <LinkPart {...part} />
        <FilesPart {...part} />
        {!isPrivate && <EmbedPart {...part} isSteward={isSteward} />}
        {!isPrivate && <FollowPart {...part} />}
      </div>
    </Dialog>
  );
}
