import styles from './steps.module.css';

interface OneStep<S extends string> {
  id: S;
  name: string;
  isDisabled?: boolean;
  /** What is said of a step in which something is wrong; others have nothing to say. */
  wrong?: string | undefined;
}

interface Props<S extends string> {
  label: string;
  steps: readonly OneStep<S>[];
  present: S;
  onGo: (step: S) => void;
}

/** All steps of a longer form in order: where one is, what is wrong where, and a way to each. */
export function Steps<S extends string>({ label, steps, present, onGo }: Props<S>) {
  return (
    <nav aria-label={label} className={styles.steps}>
      <ol>
        {steps.map(({ id, name, isDisabled = false, wrong }, at) => (
          <li key={id}>
            <button
              type="button"
              disabled={isDisabled}
              aria-current={id === present ? 'step' : undefined}
              onClick={() => onGo(id)}
            >
              <b>{at + 1}</b>
              <span className={styles.name}>{name}</span>
              {wrong !== undefined && (
                <>
                  <b className={styles.wrong} aria-hidden="true">
                    !
                  </b>
                  <span className="visually-hidden">{wrong}</span>
                </>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
