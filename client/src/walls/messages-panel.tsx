import { useTranslation } from 'react-i18next';
import type { WallMessage } from '@emulation/shared';
import { CardList } from '../list/card-list.tsx';
import { removeMessage } from '../api/displays.ts';
import button from '../ui/button.module.css';
import { formatDate, formatList } from '../ui/format.ts';
import { useItemFocus } from '../ui/item-focus.ts';
import { useNow } from '../ui/now.ts';
import panel from '../ui/panel.module.css';
import { useSubmit } from '../ui/use-submit.ts';
import { wallName } from './wall-rows.ts';
import type { WallsParts } from './walls-parts.ts';
import styles from './walls.module.css';

const lookMs = 10_000;

/** Messages that stand, where and until when. */
export function MessagesPanel({ board, vocabulary, rows }: WallsParts) {
  const { t } = useTranslation('walls');
  const now = useNow(lookMs);
  const focus = useItemFocus<HTMLElement>();
  const { refused, submit } = useSubmit(() => undefined);
  const standing = rows.messages.filter(({ until }) => Date.parse(until) > now);
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const names = (ids: readonly string[]) =>
    formatList(
      ids.map((id) => wallName(rows.walls.find((wall) => wall.id === id) ?? { id, name: null })),
    );
  const whereOf = ({ displays }: WallMessage) =>
    displays ? names(displays) : t('message.everywhere');
  return (
    <section className={panel.panel} aria-labelledby="messages" ref={focus.area}>
      <h2 id="messages" tabIndex={-1} data-add>
        {t('message.heading')}
      </h2>
      {refused !== undefined && <p role="alert">{refused}</p>}
      {standing.length === 0 ? (
        <p className={panel.empty}>{t('message.none')}</p>
      ) : (
        <CardList
          board={board}
          label={t('message.heading')}
          path="/messages"
          rows={standing}
          text={(message) => `${message.text} ${whereOf(message)}`}
          fields={[
            { id: 'text', label: t('message.label'), sortBy: ({ text }) => text },
            { id: 'until', label: t('message.ends'), sortBy: ({ until }) => until },
            { id: 'where', label: t('heading'), sortBy: whereOf, facet: whereOf },
          ]}
        >
          {(shown) => (
            <ul className={styles.rows}>
              {shown.map((message, at) => (
                <li key={message.id} className={styles.row} data-item>
                  <div>
                    <p className={styles.rowTitle}>{message.text}</p>
                    <p className={styles.quiet}>
                      {whereOf(message)}
                      {' · '}
                      {t('message.until', { time: formatDate(message.until, zone) })}
                    </p>
                  </div>
                  <button
                    type="button"
                    className={button.button}
                    data-remove
                    onClick={() => {
                      focus.removed(at);
                      submit(() => removeMessage(board, message.id));
                    }}
                  >
                    {t('message.remove')}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </CardList>
      )}
    </section>
  );
}
