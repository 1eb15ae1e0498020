import { plainTeller } from '../plain-teller.ts';
import type { OrderingParams, OrderingResponse } from './challenge.ts';

/** The whole order is one gesture: rows go up and down until each has its place. */
export const teller = plainTeller<OrderingParams, OrderingResponse>((_order, { say, words: { plain } }) =>
  say.pressThat(plain.how.order(say.named(plain.up), say.named(plain.down))),
);
