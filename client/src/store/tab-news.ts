/** What the tabs of this device tell each other. Without the channel each still looks by itself. */
export type TabNews = { kind: 'attempts'; board: string } | { kind: 'session' };

const name = 'emulation';
const listeners = new Set<(news: TabNews) => void>();
let channel: BroadcastChannel | undefined;

function open(): BroadcastChannel | undefined {
  if (channel || typeof BroadcastChannel === 'undefined') return channel;
  channel = new BroadcastChannel(name);
  // Only pages of this origin write here, and an older build's news is ignored where it is unknown.
  channel.addEventListener('message', ({ data }: MessageEvent<TabNews>) => {
    for (const listener of listeners) listener(data);
  });
  return channel;
}

export function tellTabs(news: TabNews): void {
  open()?.postMessage(news);
}

export function onTabNews(listener: (news: TabNews) => void): () => void {
  open();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
