import * as v from 'valibot';
import { audiences, switchNames } from './start.ts';

const id = v.pipe(v.string(), v.maxLength(100));
const typed = v.pipe(v.string(), v.maxLength(300));

export const socialPlaces = ['feed', 'write', 'friends', 'settings', 'page'] as const;
export type SocialPlace = (typeof socialPlaces)[number];

/** What a learner can do on the network. */
export const socialAction = v.variant('do', [
  v.strictObject({ do: v.literal('go'), to: v.picklist(socialPlaces) }),
  v.strictObject({ do: v.literal('text'), text: typed }),
  v.strictObject({ do: v.picklist(['phrase', 'unphrase']), id }),
  v.strictObject({ do: v.literal('picture'), id }),
  v.strictObject({ do: v.picklist(['tag', 'untag']), person: id }),
  v.strictObject({ do: v.literal('locate'), on: v.boolean() }),
  v.strictObject({ do: v.literal('audience'), who: v.picklist(audiences) }),
  v.strictObject({ do: v.literal('publish') }),
  v.strictObject({ do: v.literal('limit'), post: id, who: v.picklist(audiences) }),
  v.strictObject({ do: v.picklist(['remove', 'like', 'share', 'hide', 'report', 'untagMe']), post: id }),
  v.strictObject({ do: v.picklist(['comment', 'ask']), post: id, phrase: id }),
  v.strictObject({ do: v.literal('block'), person: id }),
  v.strictObject({ do: v.picklist(['accept', 'decline']), request: id }),
  v.strictObject({ do: v.literal('switch'), setting: v.picklist(switchNames), on: v.boolean() }),
  v.strictObject({ do: v.literal('default'), who: v.picklist(audiences) }),
  v.strictObject({ do: v.picklist(['forbid', 'allow']), word: typed }),
  v.strictObject({ do: v.picklist(['drop', 'keep']), comment: id }),
]);
export type SocialAction = v.InferOutput<typeof socialAction>;
