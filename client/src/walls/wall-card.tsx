import { unconditional } from '../api/versions.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandDisplay, forgetDisplay, nameDisplay } from '../api/displays.ts';
import button from '../ui/button.module.css';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { RevokeDialog } from './admitted-panel.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { ShowDialog } from './show-dialog.tsx';
import type { Doing } from './use-doing.ts';
import { WallFacts } from './wall-facts.tsx';
import { WallPicture } from './wall-picture.tsx';
import { wallName, type Wall } from './wall-rows.ts';
import type { WallsParts } from './walls-parts.ts';
import styles from './walls.module.css';

type Question = 'name' | 'show' | 'message' | 'forget' | 'revoke';

interface Props extends WallsParts {
  wall: Wall;
  doing: Doing;
}

function Questions({
  asked,
  onClose,
  wall,
  doing,
  ...parts
}: Props & { asked: Question | undefined; onClose: () => void }) {
  const { t } = useTranslation('walls');
  const { board, vocabulary } = parts;
  if (asked === 'name') return <NameDialog board={board} wall={wall} onClose={onClose} />;
  if (asked === 'message') return <MessageDialog board={board} wall={wall} onClose={onClose} />;
  if (asked === 'show') {
    const onDone = () => (onClose(), doing.say(wall, 'show'));
    return <ShowDialog {...{ board, vocabulary, wall, onClose, onDone }} />;
  }
  const token = parts.admitted.tokens?.find(({ display }) => display === wall.id);
  if (asked === 'revoke' && token)
    return <RevokeDialog {...{ board, token, onClose, onDone: parts.admitted.refresh }} />;
  if (asked !== 'forget') return null;
  return (
    <FormDialog
      title={t('forget.title', { wall: wallName(wall) })}
      confirm={t('forget.confirm')}
      work={() => forgetDisplay(board, wall.id)}
      onClose={onClose}
    >
      <p>{t('forget.text')}</p>
    </FormDialog>
  );
}

function PlaylistChoice({ wall, doing, board, rows }: Props) {
  const { t } = useTranslation('walls');
  const name = wallName(wall);
  const assign = (playlist: string) =>
    doing.run(wall, 'playlist', () =>
      nameDisplay(
        board,
        wall.id,
        { name, playlist: playlist === '' ? null : playlist },
        unconditional,
      ),
    );
  return (
    <Select
      label={t('wall.playlist', { wall: name })}
      isLabelHidden
      hint={t('wall.playlistHint')}
      options={[
        { value: '', label: t('wall.ownChoice') },
        ...rows.playlists.map((playlist) => ({ value: playlist.id, label: playlist.name })),
      ]}
      value={wall.playlist ?? ''}
      onChange={assign}
    />
  );
}

/** One wall: a picture of what it shows, what it says of itself, and what it can be asked for. */
export function WallCard(props: Props) {
  const { t } = useTranslation('walls');
  const { wall, doing, board, vocabulary, admitted } = props;
  const isAdmitted = admitted.tokens?.some(({ display }) => display === wall.id) ?? false;
  const [asked, ask] = useState<Question>();
  const isOnline = wall.status?.online ?? false;
  const command = (kind: 'identify' | 'reload') =>
    doing.run(wall, kind, () => commandDisplay(board, wall.id, { kind }));
  const name = wallName(wall);
  return (
    <li className={styles.card}>
      <WallPicture wall={wall} vocabulary={vocabulary} />
      <div className={styles.body}>
        <h3 className={styles.name}>{name}</h3>
        <WallFacts {...props} />
        <PlaylistChoice {...props} />
        <div className={styles.actions} role="group" aria-label={t('wall.actions', { wall: name })}>
          {isOnline && (
            <>
              <button type="button" className={button.button} onClick={() => ask('show')}>
                {t('do.show')}
              </button>
              <button type="button" className={button.button} onClick={() => command('identify')}>
                {t('do.identify')}
              </button>
              <button type="button" className={button.button} onClick={() => command('reload')}>
                {t('do.reload')}
              </button>
            </>
          )}
          <button type="button" className={button.button} onClick={() => ask('message')}>
            {t('do.message')}
          </button>
          <button type="button" className={button.button} onClick={() => ask('name')}>
            {t(wall.name === null ? 'do.name' : 'do.rename')}
          </button>
          {wall.name !== null && (
            <button type="button" className={button.button} onClick={() => ask('forget')}>
              {t('do.forget')}
            </button>
          )}
          {isAdmitted && (
            <button type="button" className={button.button} onClick={() => ask('revoke')}>
              {t('pairing:admitted.revoke')}
            </button>
          )}
        </div>
      </div>
      <Questions {...props} asked={asked} onClose={() => ask(undefined)} />
    </li>
  );
}
