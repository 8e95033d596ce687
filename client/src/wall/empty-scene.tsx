import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import { FittedText } from './fitted-text.tsx';
import { postAddress } from './post-address.ts';
import { WallHeader } from './wall-header.tsx';
import './empty-scene.css';

interface Props {
  vocabulary: Vocabulary;
  title: string;
  text: string;
  /** The board whose posting address stands there, where posting is what it waits for. */
  postTo?: string;
}

/** A scene that was asked for by name and has nothing to show yet. */
export function EmptyScene({ vocabulary, title, text, postTo }: Props) {
  const { t } = useTranslation('wall');
  return (
    <>
      <WallHeader vocabulary={vocabulary} title={title} notes={[vocabulary.board?.name]} />
      <section className="wall-stage empty-scene" aria-label={title}>
        <div className="empty-slab" aria-hidden="true" />
        <p className="empty-text">
          <FittedText text={text} max={6} min={3.8} lines={6} weight={600} />
        </p>
        {postTo !== undefined && (
          <p className="empty-post">
            <span>{t('postAt')}</span>
            <FittedText text={postAddress(postTo)} max={4.4} min={2.4} lines={2} weight={700} />
          </p>
        )}
      </section>
    </>
  );
}
