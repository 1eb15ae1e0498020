import { changedEvent, dataAddress, type PreviewData } from './data.ts';

/** What the sources hold: fetched at once, and again each time a file is saved. */
class Sources {
  #data = $state.raw<PreviewData>();

  constructor() {
    void this.#fetch();
    import.meta.hot?.on(changedEvent, () => void this.#fetch());
  }

  /** Undefined until the first answer. */
  get data(): PreviewData | undefined {
    return this.#data;
  }

  async #fetch(): Promise<void> {
    this.#data = (await (await fetch(dataAddress)).json()) as PreviewData;
  }
}

export const sources = new Sources();
