interface SystemNotice {
  title: string;
  text: string;
  address: string;
  id: string;
}

/** The type says it is always there; on some phones it is only in the installed app. */
const system = (): typeof Notification | undefined =>
  'Notification' in window && 'serviceWorker' in navigator ? Notification : undefined;

export const isSystemAllowed = (): boolean => system()?.permission === 'granted';
export const canAskSystem = (): boolean => system()?.permission === 'default';
export const isSystemDenied = (): boolean => system()?.permission === 'denied';

/** @returns whether the visitor allowed it. */
export async function askSystem(): Promise<boolean> {
  return (await system()?.requestPermission()) === 'granted';
}

/** Through the worker, for a phone shows none otherwise; two tabs that tell the same show it once. */
export async function tellSystem({ title, text, address, id }: SystemNotice): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.showNotification(title, {
    body: text,
    tag: id,
    icon: '/icons/mark-192.png',
    data: { address },
  });
}
