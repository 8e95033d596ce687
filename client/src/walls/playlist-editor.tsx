import type { Playlist, PlaylistBody } from '@emulation/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { putPlaylist, removePlaylist } from '../api/displays.ts';
import { Conflict } from '../editing/conflict.tsx';
import { useGuardedSave } from '../editing/use-guarded-save.ts';
import button from '../ui/button.module.css';
import { FormDialog } from '../ui/form-dialog.tsx';
import form from '../ui/form.module.css';
import { AddButton } from '../ui/add-button.tsx';
import { useItemFocus } from '../ui/item-focus.ts';
import { newId } from '../ui/new-id.ts';
import { Switch } from '../ui/switch.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import {
  addItem,
  bodyOf,
  changeItem,
  draftOf,
  itemOf,
  moveItem,
  removeItem,
  type DraftItem,
  type DraftPlaylist,
} from './playlist-draft.ts';
import { PlaylistItemFields } from './playlist-item.tsx';
import { sceneName } from './scene-words.ts';
import { WeekPicture } from './week-picture.tsx';
import type { WallsParts } from './walls-parts.ts';
import styles from './editor.module.css';
import { Refused } from '../ui/refused.tsx';

interface Props extends WallsParts {
  /** Absent: a new one is written. */
  playlist: Playlist | undefined;
  onClose: () => void;
}

function Items({
  draft,
  vocabulary,
  onDraft,
}: Pick<Props, 'vocabulary'> & {
  draft: DraftPlaylist;
  onDraft: (draft: DraftPlaylist) => void;
}) {
  const { t } = useTranslation('walls');
  const [dragged, drag] = useState<number>();
  const [said, say] = useState('');
  const focus = useItemFocus<HTMLDivElement>();
  const move = ({ key, show }: DraftItem, place: number) => {
    onDraft(moveItem(draft, key, place));
    say(t('editor.moved', { scene: sceneName(t, show.scene), position: place + 1 }));
  };
  const drop = (place: number) => {
    const item = draft.items.find(({ key }) => key === dragged);
    if (item) move(item, place);
    drag(undefined);
  };
  return (
    <div ref={focus.area} className={form.form}>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ol className={styles.items} aria-label={t('editor.items')}>
        {draft.items.map((item, place) => (
          <PlaylistItemFields
            key={item.key}
            item={item}
            place={place}
            count={draft.items.length}
            vocabulary={vocabulary}
            onChange={(change) => onDraft(changeItem(draft, item.key, change))}
            onMove={(to) => move(item, to)}
            onRemove={() => {
              focus.removed(place);
              onDraft(removeItem(draft, item.key));
            }}
            drag={{ onStart: () => drag(item.key), onDrop: () => drop(place) }}
          />
        ))}
      </ol>
      <AddButton focus={focus} onAdd={() => onDraft(addItem(draft))}>
        {t('editor.add')}
      </AddButton>
    </div>
  );
}

/** A playlist is written: its scenes in their order, and its usual week beside them. */
export function PlaylistEditor({ board, vocabulary, rows, playlist, onClose }: Props) {
  const { t } = useTranslation('walls');
  const [id] = useState(() => playlist?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(playlist));
  const [deletes, setDeletes] = useState(false);
  const { isBusy, refused, submit } = useSubmit(onClose);
  const guarded = useGuardedSave<PlaylistBody>(
    { board, kind: 'playlist', id },
    (body, headers) => putPlaylist(board, id, body, headers),
    (theirs) => setDraft(draftOf({ id, ...theirs })),
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    submit(() => guarded.save(bodyOf(draft)));
  };
  const walls = rows.walls.filter((wall) => wall.playlist === id).length;
  return (
    <form className={styles.editor} onSubmit={save} aria-labelledby="editor">
      <h2 id="editor" tabIndex={-1}>
        {playlist ? t('editor.title', { name: playlist.name }) : t('editor.titleNew')}
      </h2>
      <div className={styles.columns}>
        <div className={form.form}>
          <label className={form.field}>
            <span>{t('editor.name')}</span>
            <input
              required
              maxLength={200}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          </label>
          <Switch
            label={t('editor.sound')}
            isOn={draft.sound}
            onChange={(sound) => setDraft({ ...draft, sound })}
          />
          <Items draft={draft} vocabulary={vocabulary} onDraft={setDraft} />
        </div>
        <aside className={styles.week} aria-labelledby="week">
          <h3 id="week">{t('editor.week')}</h3>
          <WeekPicture items={draft.items.map(itemOf)} vocabulary={vocabulary} />
        </aside>
      </div>
      <Refused why={refused} />
      <p className={form.actions}>
        <button type="submit" className={button.primary} disabled={isBusy}>
          {t('editor.save')}
        </button>
        <button type="button" className={button.button} onClick={onClose}>
          {t('editor.close')}
        </button>
        {playlist && (
          <button type="button" className={button.button} onClick={() => setDeletes(true)}>
            {t('editor.delete')}
          </button>
        )}
      </p>
      <Conflict guarded={guarded} onSaved={onClose} />
      {deletes && playlist && (
        <FormDialog
          title={t('editor.deleteTitle', { name: playlist.name })}
          confirm={t('editor.deleteConfirm')}
          work={() => removePlaylist(board, id)}
          onClose={() => setDeletes(false)}
          onDone={onClose}
        >
          <p>{t('editor.deleteText', { count: walls })}</p>
        </FormDialog>
      )}
    </form>
  );
}
