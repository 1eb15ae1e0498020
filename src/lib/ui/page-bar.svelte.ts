import type { Component } from 'svelte';

/** What stands above every page, in its header: for whoever puts something around all of them. */
class PageBar {
  #components = $state.raw<readonly Component[]>([]);

  /** The components shown, one under the other. */
  get components(): readonly Component[] {
    return this.#components;
  }

  /** Shows a component above every page, once however often it is asked for; returns what takes it away. */
  show(component: Component): () => void {
    const others = (): readonly Component[] => this.#components.filter((each) => each !== component);
    this.#components = [...others(), component];
    return () => (this.#components = others());
  }
}

export const pageBar = new PageBar();
