import type { Component } from 'svelte';

/** What stands above every page, in its header: for whoever puts something around all of them. */
class PageBar {
  #component = $state.raw<Component>();

  /** The component shown; undefined for none. */
  get component(): Component | undefined {
    return this.#component;
  }

  /** Shows a component above every page; returns what takes it away. */
  show(component: Component): () => void {
    this.#component = component;
    return () => (this.#component = undefined);
  }
}

export const pageBar = new PageBar();
