import { useId, type ChangeEvent } from 'react';
import styles from './picture-chooser.module.css';
import { pictureTypes } from './shrink-picture.ts';

/** Pictures from the device, several at once. */
export function PictureChooser({
  label,
  onChosen,
}: {
  label: string;
  onChosen: (files: readonly File[]) => void;
}) {
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // The same file may be chosen again after it failed.
    target.value = '';
    onChosen(files);
  };
  return (
    <p className={styles.add}>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        data-add
        multiple
        accept={pictureTypes.join(',')}
        onChange={choose}
      />
      <label htmlFor={id}>{label}</label>
    </p>
  );
}
