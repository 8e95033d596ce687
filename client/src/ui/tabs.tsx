import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

interface TabPart<T extends string> {
  id: T;
  label: string;
  content: ReactNode;
}

interface Props<T extends string> {
  label: string;
  tabs: readonly TabPart<T>[];
  /** Without it the first is open, and the tabs remember themselves. */
  open?: T;
  onOpen?: (id: T) => void;
}

/** Parts of a page of which one is looked at. Arrow keys move between them. */
export function Tabs<T extends string>({ label, tabs, open, onOpen }: Props<T>) {
  const choose = (key: unknown) => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab) onOpen?.(tab.id);
  };
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      onSelectionChange={choose}
      {...(open === undefined ? {} : { selectedKey: open })}
    >
      <TabList aria-label={label} className={styles.list ?? ''} items={tabs}>
        {(tab) => (
          <Tab id={tab.id} className={styles.tab ?? ''}>
            {tab.label}
          </Tab>
        )}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
