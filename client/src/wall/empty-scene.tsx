import type { Vocabulary } from '../store/board-store.ts';
import { FittedText } from './fitted-text.tsx';
import { WallHeader } from './wall-header.tsx';
import './empty-scene.css';

interface Props {
  vocabulary: Vocabulary;
  title: string;
  text: string;
}

/** A scene that was asked for by name and has nothing to show yet. */
export function EmptyScene({ vocabulary, title, text }: Props) {
  return (
    <>
      <WallHeader vocabulary={vocabulary} title={title} notes={[vocabulary.board?.name]} />
      <section className="wall-stage empty-scene">
        <div className="empty-slab" aria-hidden="true" />
        <p className="empty-text">
          <FittedText text={text} max={6} min={3.8} lines={6} weight={600} />
        </p>
      </section>
    </>
  );
}
