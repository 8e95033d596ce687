import { useTranslation } from 'react-i18next';
import { displayCode } from '../ui/display-code.ts';
import { formatAge, formatDate, formatValue } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import type { Wall } from './wall-rows.ts';
import type { WallsParts } from './walls-parts.ts';
import styles from './walls.module.css';

const ageMs = 10_000;

/** The last record that a wall had on its screen, with its value where the receipt is still known. */
function LastShown({ wall, vocabulary, rows }: WallsParts & { wall: Wall }) {
  const { t } = useTranslation('walls');
  const now = useNow(ageMs);
  const last = wall.status?.lastShown;
  if (!last) return <p>{t('wall.noneShown')}</p>;
  const age = formatAge(now - Date.parse(last.at));
  const receipt = rows.receipts.find(({ epoch, seq }) => epoch === last.epoch && seq === last.seq);
  const metric = receipt && vocabulary.metrics.get(receipt.metric);
  return (
    <p>
      {receipt && metric
        ? t('wall.lastShown', { value: formatValue(receipt.value, metric), age })
        : t('wall.lastShownUnknown', { age })}
    </p>
  );
}

/** What a wall says of itself, in lines. */
export function WallFacts({ wall, ...parts }: WallsParts & { wall: Wall }) {
  const { t } = useTranslation('walls');
  const { status, id, name } = wall;
  const zone = parts.vocabulary.board?.timeZone ?? 'UTC';
  const { build } = parts.rows;
  const token = parts.admitted.tokens?.find(({ display }) => display === id);
  const isCurrent = build === '' || status?.build === build;
  const time = status ? formatDate(status.since, zone) : '';
  return (
    <div className={styles.facts}>
      <p>
        {status ? t(status.online ? 'wall.online' : 'wall.offline', { time }) : t('wall.never')}
      </p>
      {status && (
        <>
          <LastShown wall={wall} {...parts} />
          <p>{t(isCurrent ? 'wall.build' : 'wall.oldBuild')}</p>
        </>
      )}
      {token && <p>{t('pairing:admitted.card', { time: formatDate(token.madeAt, zone) })}</p>}
      <p>
        {name !== null && t('wall.code', { code: displayCode(id) })}
        {name !== null && status && ' · '}
        {status && t('wall.screen', { ...status.screen })}
      </p>
    </div>
  );
}
