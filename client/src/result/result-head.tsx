import type { ResultRow } from '@emulation/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { pictureAddress } from '../api/experiences.ts';
import { CheerButton } from '../cheers/cheer-button.tsx';
import type { Vocabulary } from '../store/board-store.ts';
import { formatDate, formatNumber, formatPercent } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import styles from './result.module.css';
import { standingOf } from './standing.ts';

interface Props {
  board: string;
  result: ResultRow;
  vocabulary: Vocabulary;
  /** The heading of a page, or of a part of one. */
  level: 1 | 2;
}

function Parties({ board, result, vocabulary }: Props) {
  const { t } = useTranslation('result');
  const name = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const whole = result.partners.reduce((rest, { share }) => rest - Number(share), 1);
  const own = { unit: result.unit, role: 'performed', share: whole.toFixed(6) };
  const parties = [own, ...result.partners];
  return (
    <ul className={styles.parties}>
      {parties.map(({ unit, role, share }) => (
        <li key={unit}>
          <Link href={`/b/${board}/u/${unit}?metric=${result.metric}`}>{name(unit)}</Link>
          {parties.length > 1 && (
            <small>{`${t(`role.${role}`)} · ${formatPercent(Number(share))}`}</small>
          )}
        </li>
      ))}
      {(result.declined ?? []).map(({ unit }) => (
        <li key={`declined ${unit}`} className={styles.declined}>
          <Link href={`/b/${board}/u/${unit}`}>{name(unit)}</Link>
          <small>{t('declined')}</small>
        </li>
      ))}
    </ul>
  );
}

function Figures({ result, vocabulary }: Pick<Props, 'result' | 'vocabulary'>) {
  const { t } = useTranslation('result');
  const metric = vocabulary.metrics.get(result.metric);
  const say = (value: string) => (metric ? formatNumber(value, metric) : value);
  const isGone = result.state === 'annulled';
  const announced = result.announced?.value ?? result.value;
  const isChanged = isGone || announced !== result.value;
  return (
    <dl className={styles.figures}>
      {isChanged && (
        <div>
          <dt>{t('announced')}</dt>
          <dd className={styles.former}>
            <s>{say(announced)}</s>
          </dd>
        </div>
      )}
      <div>
        <dt>{t(isChanged ? 'recognised' : 'value')}</dt>
        <dd data-gone={isGone}>
          {isGone ? t('notRecognised') : say(result.value)}
          {!isGone && metric?.unitOfMeasure && <small>{metric.unitOfMeasure}</small>}
        </dd>
      </div>
    </dl>
  );
}

/** The photographs that went along: small here, whole behind it. */
function Photos({ board, pictures = [] }: { board: string; pictures: ResultRow['pictures'] }) {
  const { t } = useTranslation('result');
  if (pictures.length === 0) return null;
  return (
    <ul className={styles.photos}>
      {pictures.map((id, at) => (
        <li key={id}>
          <a href={pictureAddress(board, id, 'full')} target="_blank" rel="noreferrer">
            <img
              src={pictureAddress(board, id, 'small')}
              alt={t('photo', { number: at + 1 })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A result at a glance: what, whose, when, as announced and as now recognised, and its standing. */
export function ResultHead(props: Props) {
  const { board, result, vocabulary, level } = props;
  const { t } = useTranslation('result');
  const now = useNow(30_000);
  const standing = standingOf(result, now);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const Heading = level === 1 ? 'h1' : 'h2';
  const metric = vocabulary.metrics.get(result.metric)?.name ?? result.metric;
  const colour = sectorColour(vocabulary.sectors, result.sector);
  return (
    <header className={styles.head} style={{ '--sector': colour } as CSSProperties}>
      <p className={styles.eyebrow}>
        <span className={styles.standing} data-standing={standing}>
          {t(`standing.${standing}`)}
        </span>
        <span>{vocabulary.sectors.get(result.sector)?.name}</span>
        <time dateTime={result.achievedAt}>{formatDate(result.achievedAt, timeZone)}</time>
      </p>
      <Heading>
        <Link href={`/b/${board}?metric=${result.metric}`}>{metric}</Link>
      </Heading>
      <Figures result={result} vocabulary={vocabulary} />
      <Parties {...props} />
      {level === 1 && result.state !== 'annulled' && (
        <CheerButton board={board} result={result.id} name={metric} />
      )}
      {result.note !== undefined && <p className={styles.note}>{result.note}</p>}
      <Photos board={board} pictures={result.pictures} />
      {result.state === 'annulled' && result.reason !== undefined && (
        <p className={styles.reason}>{t('reason', { reason: result.reason })}</p>
      )}
    </header>
  );
}
