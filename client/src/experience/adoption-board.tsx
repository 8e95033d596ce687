import type { AdoptionMove, AdoptionRow, AdoptionState } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { removeOffer } from '../api/experiences.ts';
import { TravellingList } from '../motion/travelling-list.tsx';
import { TravellingRow } from '../motion/travelling-row.tsx';
import button from '../ui/button.module.css';
import { formatDate } from '../ui/format.ts';
import { useSubmit } from '../ui/use-submit.ts';
import styles from './adoption.module.css';
import { nameOf, zoneOf, type ExperienceParts } from './experience-parts.ts';
import { LiftDialog } from './lift-dialog.tsx';
import { LiftText } from './lift-text.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { OfferDialog } from './offer-dialog.tsx';
import { movesFrom } from './moves.ts';

const columns: readonly AdoptionState[] = [
  'offered',
  'studying',
  'trial',
  'adopted',
  'sustained',
  'not-applicable',
];

type CardProps = ExperienceParts & { adoption: AdoptionRow };

function Actions(props: CardProps) {
  const { board, experience, adoption } = props;
  const { t } = useTranslation('experience');
  const [move, setMove] = useState<AdoptionMove>();
  const { isBusy, refused, submit } = useSubmit(() => undefined);
  return (
    <div className={styles.actions}>
      {movesFrom(adoption.state).map(({ to, words }) => (
        <button key={to} type="button" className={button.button} onClick={() => setMove(to)}>
          {t(words)}
        </button>
      ))}
      {adoption.state === 'offered' && (
        <button
          type="button"
          className={styles.quiet}
          disabled={isBusy}
          onClick={() => submit(() => removeOffer(board, experience.id, adoption.unit))}
        >
          {t('board.takeBack')}
        </button>
      )}
      {refused !== undefined && <p role="alert">{refused}</p>}
      {move && <MoveDialog {...props} to={move} onClose={() => setMove(undefined)} />}
    </div>
  );
}

function AdoptionCard(props: CardProps) {
  const { board, vocabulary, experience, adoption, isSteward } = props;
  const { t } = useTranslation('experience');
  const [isOpen, setOpen] = useState(false);
  const metric = vocabulary.metrics.get(experience.metric);
  const last = adoption.steps.at(-1);
  const since = adoption.state === 'sustained' ? adoption.sustainedAt : last?.at;
  const unit = { id: adoption.unit, name: nameOf(vocabulary, adoption.unit) };
  const timeZone = zoneOf(vocabulary);
  return (
    <TravellingRow id={adoption.unit} className={styles.card ?? ''}>
      <h4>
        <Link href={`/b/${board}/u/${unit.id}?metric=${experience.metric}`}>{unit.name}</Link>
      </h4>
      {since !== undefined && (
        <p className={styles.since}>
          {t('board.since', { date: formatDate(since.slice(0, 10), timeZone) })}
          {adoption.state === 'offered' && adoption.offeredBy === 'steward' && (
            <> · {t('board.bySteward')}</>
          )}
        </p>
      )}
      {last?.reason !== undefined && <p className={styles.reason}>{last.reason}</p>}
      {adoption.lift && metric && (
        <>
          <LiftText lift={adoption.lift} metric={metric} />
          <button type="button" className={styles.quiet} onClick={() => setOpen(true)}>
            {t('lift.open')}
          </button>
        </>
      )}
      {isSteward && !experience.withdrawn && <Actions {...props} />}
      {isOpen && metric && (
        <LiftDialog
          {...{ board, unit, metric, timeZone }}
          experience={experience.id}
          onClose={() => setOpen(false)}
        />
      )}
    </TravellingRow>
  );
}

/** Where every unit stands that was offered it, from the offer on. */
export function AdoptionBoard(props: ExperienceParts & { adoptions: readonly AdoptionRow[] }) {
  const { adoptions, experience, isSteward } = props;
  const { t } = useTranslation('experience');
  const [offers, setOffers] = useState(false);
  const isEmpty = adoptions.length === 0;
  return (
    <section className={styles.section} aria-labelledby="adoptions">
      <header className={styles.head}>
        <div>
          <h2 id="adoptions">{t('board.label')}</h2>
          <p>{isEmpty ? t('board.none') : t('board.lead')}</p>
        </div>
        {isSteward && !experience.withdrawn && (
          <button type="button" className={button.button} onClick={() => setOffers(true)}>
            {t('board.offer')}
          </button>
        )}
      </header>
      {!isEmpty && (
        <div className={styles.columns}>
          {columns.map((state) => {
            const held = adoptions.filter((adoption) => adoption.state === state);
            return (
              <section key={state} className={styles.column} data-empty={held.length === 0}>
                <h3 data-state={state}>
                  {t(`state.${state}`)} <span>{held.length}</span>
                </h3>
                <TravellingList as="ul" items={held} keyOf={({ unit }) => unit}>
                  {(adoption) => (
                    <AdoptionCard key={adoption.unit} {...props} adoption={adoption} />
                  )}
                </TravellingList>
              </section>
            );
          })}
        </div>
      )}
      {offers && <OfferDialog {...props} adoptions={adoptions} onClose={() => setOffers(false)} />}
    </section>
  );
}
