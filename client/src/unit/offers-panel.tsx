import type { UnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { nameOf } from '../experience/experience-parts.ts';
import { LiftText } from '../experience/lift-text.tsx';
import { useIsSteward } from '../store/session.ts';
import type { UnitInfo, Vocabulary } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import styles from './offers-panel.module.css';

interface Props {
  board: string;
  unit: UnitInfo;
  vocabulary: Vocabulary;
  rows: ReadonlyMap<string, UnitRow>;
}

/** What others wrote that may help this unit, and how far it has come with it. */
export function OffersPanel({ board, unit, vocabulary, rows }: Props) {
  const { t } = useTranslation('experience');
  const isSteward = useIsSteward();
  const offers = [...rows.values()].flatMap((row) => (row.kind === 'offer' ? [row] : []));
  if (offers.length === 0 && !isSteward) return null;
  return (
    <section className={styles.offers} aria-labelledby="offers">
      <header>
        <h2 id="offers">{t('unit.label')}</h2>
        {isSteward && (
          <Link href={`/b/${board}/experience/_new?unit=${unit.id}`} className={button.button}>
            {t('unit.write')}
          </Link>
        )}
      </header>
      {offers.length > 0 && (
        <>
          <p className={styles.lead}>{t('unit.lead')}</p>
          <ul>
            {offers.map((offer) => {
              const metric = vocabulary.metrics.get(offer.metric);
              return (
                <li key={offer.experience} data-state={offer.state}>
                  <span className={styles.state}>{t(`state.${offer.state}`)}</span>
                  <h3>
                    <Link href={`/b/${board}/experience/${offer.experience}`}>{offer.title}</Link>
                  </h3>
                  <p className={styles.lead}>
                    {t('unit.from', { unit: nameOf(vocabulary, offer.from) })} · {metric?.name}
                  </p>
                  {offer.lift && metric && <LiftText lift={offer.lift} metric={metric} />}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
