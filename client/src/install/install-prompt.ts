import { create } from 'zustand';

/** Not in the library's types: Chromium alone has it. */
interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

/** What the browser offered; null where it offers nothing. */
export const useInstallPrompt = create<{ offer: InstallPrompt | null }>(() => ({ offer: null }));

/** The browser's own offer is held back until somebody asks for it. Called once, at the start. */
export function hearInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    // By its name it is this event.
    useInstallPrompt.setState({ offer: event as InstallPrompt });
  });
  window.addEventListener('appinstalled', () => useInstallPrompt.setState({ offer: null }));
}
