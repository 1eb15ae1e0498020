import { untrack, type Component } from 'svelte';
import { digest } from '#lib/base/platform/crypto.ts';
import { pageBar } from '#lib/ui/page-bar.svelte.ts';
import { printGlimpse, type Glimpse } from './glimpse.ts';
import type { LiveChannel } from './local/live-channel.ts';
import { shown } from './shown.svelte.ts';

const minuteMs = 60_000;

/** What the person at this device sends to the mediator's by itself: what their code shows, whenever it changes. */
class LiveShow {
  #state = $state<'off' | 'live' | 'ended'>('off');
  /** Counts the minutes: a code tells since when. */
  #minute = $state(0);
  #channel: LiveChannel | undefined;
  #undo: readonly (() => void)[] = [];
  #turn = 0;

  /** Whether it is sent, or was until the other side or the network ended it. */
  get state(): 'off' | 'live' | 'ended' {
    return this.#state;
  }

  /** Sends over a channel from now on, until it is stopped, the person is no longer at the device, or the channel is over; `bar` says so above every page. */
  start(channel: LiveChannel, bar: Component): void {
    this.stop();
    const person = shown.glimpse?.session;
    const minutes = setInterval(() => (this.#minute += 1), minuteMs);
    const forget = $effect.root(() => {
      $effect(() => {
        const glimpse = this.#minute >= 0 ? shown.glimpse : undefined;
        untrack(() => (glimpse?.session === person ? this.#tell(glimpse) : this.stop()));
      });
    });
    this.#channel = channel;
    this.#undo = [forget, pageBar.show(bar), () => clearInterval(minutes), () => channel.close()];
    this.#state = 'live';
    channel.listen(
      () => undefined,
      () => {
        if (this.#channel === channel) this.#state = 'ended';
      },
    );
  }

  /** Sends nothing more, and takes away what says so. */
  stop(): void {
    this.#channel = undefined;
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#state = 'off';
  }

  #tell(glimpse: Glimpse | undefined): void {
    const channel = this.#channel;
    if (glimpse === undefined || channel === undefined) return;
    this.#turn += 1;
    const turn = this.#turn;
    void printGlimpse(glimpse, digest).then((code) => {
      // Of somebody who left meanwhile, or stands elsewhere by now, nothing is sent.
      if (this.#channel === channel && this.#turn === turn) channel.send(code);
    });
  }
}

export const liveShow = new LiveShow();
