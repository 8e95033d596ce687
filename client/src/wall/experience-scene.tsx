import type { ExperienceRow, ExperienceTopicRow, Scene } from '@emulation/shared';
import { useMemo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../api/experiences.ts';
import { sortTopic, type ExperienceTopic } from '../experience/experience-parts.ts';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import { formatNumber, localeOf } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { unitBeside } from '../ui/unit-beside.ts';
import { EmptyScene } from './empty-scene.tsx';
import { quoteOf } from './experience-words.ts';
import { FittedMark } from './fitted-mark.tsx';
import { FittedText } from './fitted-text.tsx';
import type { SceneProps } from './scene-props.ts';
import { standingExperiences } from './standing-experiences.ts';
import { unitNames } from './story-words.ts';
import { useChoice } from './use-choice.ts';
import { WallHeader } from './wall-header.tsx';
import './experience.css';

interface Props extends SceneProps {
  scene: Extract<Scene, { scene: 'experience' }>;
}

function Fact({ number, beside = '', text }: { number: string; beside?: string; text: string }) {
  return (
    <li>
      <p className="experience-number">
        <FittedMark number={number} beside={beside} max={9} />
      </p>
      <p className="experience-word">
        <FittedText text={text} max={2.4} min={1.9} lines={5} weight={500} />
      </p>
    </li>
  );
}

function Facts({ topic, vocabulary }: { topic: ExperienceTopic; vocabulary: Vocabulary }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { text, adoptions } = topic;
  const metric = vocabulary.metrics.get(text?.metric ?? '');
  const format = new Intl.NumberFormat(localeOf());
  const adopters = adoptions.filter(({ state }) => state === 'adopted' || state === 'sustained');
  const trying = adoptions.filter(({ state }) => state === 'studying' || state === 'trial').length;
  const lift = text?.bestLift;
  return (
    <ul className="experience-facts">
      {lift && metric && (
        <Fact
          number={formatNumber(lift.lift, { decimals: metric.decimals + 1 })}
          beside={metric.unitOfMeasure === '%' ? '' : unitBeside(metric)}
          text={t('experience.lift', { unit: unitNames(vocabulary, [lift.unit]).join('') })}
        />
      )}
      <Fact
        number={format.format(adopters.length)}
        text={t('experience.adopters', { count: adopters.length })}
      />
      {trying > 0 && (
        <Fact number={format.format(trying)} text={t('experience.trying', { count: trying })} />
      )}
    </ul>
  );
}

/** How a record was made: by whom, what was changed, what it brought those who took it over. */
export function ExperienceScene({ board, vocabulary, scene }: Props) {
  const { t } = useTranslation(['scenes', 'wall']);
  const { rows } = useTopic<ExperienceRow>(board, 'experiences');
  const candidates = useMemo(() => standingExperiences(rows.values()), [rows]);
  const chosen = useChoice(candidates);
  const id = scene.experience ?? chosen ?? '';
  const found = useTopic<ExperienceTopicRow>(board, id === '' ? '' : `experience:${id}`).rows;
  const topic = useMemo(() => sortTopic(found.values()), [found]);
  const { text } = topic;
  if (!text)
    return (
      <EmptyScene
        vocabulary={vocabulary}
        title={t('experience.title')}
        text={id === '' ? t('experience.none') : ''}
      />
    );
  const picture = text.pictures[0];
  const unit = vocabulary.units.get(text.unit);
  const style = {
    '--sector': sectorColour(vocabulary.sectors, text.sector),
  } as CSSProperties; // its type does not know custom properties
  return (
    <>
      <WallHeader
        vocabulary={vocabulary}
        title={t('experience.title')}
        notes={[vocabulary.metrics.get(text.metric)?.name, vocabulary.board?.name]}
      />
      <section
        className="wall-stage experience"
        aria-label={text.title}
        style={style}
        data-picture={picture !== undefined}
      >
        <div className="experience-picture">
          {picture && (
            <img src={pictureAddress(board, picture.id, 'full')} alt={picture.alt ?? ''} />
          )}
        </div>
        <div className="experience-text">
          <p className="experience-unit">
            <FittedText text={unit?.name ?? text.unit} max={3.4} min={2.4} lines={2} weight={700} />
          </p>
          <h2 className="experience-title">
            <FittedText text={text.title} max={5.6} min={3.81} lines={4} weight={700} />
          </h2>
          <p className="experience-change">
            <FittedText
              text={quoteOf(text.change, undefined, localeOf())}
              max={3.2}
              min={2.4}
              lines={8}
              weight={500}
            />
          </p>
        </div>
        <Facts topic={topic} vocabulary={vocabulary} />
      </section>
    </>
  );
}
