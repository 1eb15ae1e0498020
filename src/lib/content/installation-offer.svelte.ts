/** The browser's own offer to install, where it makes one (Chromium; not yet part of the standard types). */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Whether the application can be put on the home screen, and the means to ask the browser for it. */
class InstallationOffer {
  #prompt = $state.raw<InstallPromptEvent>();
  #isInstalled = $state(false);

  /** Whether the browser offers to install now. */
  get canAsk(): boolean {
    return this.#prompt !== undefined;
  }

  get isInstalled(): boolean {
    return this.#isInstalled;
  }

  /** Begins to listen; the offer comes once, early. */
  listen(): void {
    this.#isInstalled = matchMedia('(display-mode: standalone)').matches;
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#prompt = event as InstallPromptEvent;
    });
    addEventListener('appinstalled', () => {
      this.#isInstalled = true;
      this.#prompt = undefined;
    });
  }

  /** Shows the browser's own question. */
  async ask(): Promise<void> {
    await this.#prompt?.prompt();
    this.#prompt = undefined;
  }
}

export const installation = new InstallationOffer();
