import * as v from 'valibot';
import { mailFolders } from './start.ts';

const id = v.pipe(v.string(), v.maxLength(200));

export const recipientFields = ['to', 'cc', 'bcc'] as const;
export type RecipientField = (typeof recipientFields)[number];
const field = v.picklist(recipientFields);

/** The longest message that can be typed. */
export const longestBody = 2000;

/** What a learner can do with mail. */
export const mailAction = v.variant('do', [
  v.strictObject({ do: v.literal('enter'), folder: v.picklist(mailFolders) }),
  v.strictObject({ do: v.literal('read'), id }),
  v.strictObject({ do: v.literal('close') }),
  v.strictObject({ do: v.literal('details') }),
  v.strictObject({ do: v.literal('openAttachment'), id }),
  v.strictObject({ do: v.literal('follow'), id }),
  v.strictObject({ do: v.literal('move'), id, to: v.picklist(mailFolders) }),
  v.strictObject({ do: v.picklist(['delete', 'report', 'block']), id }),
  v.strictObject({ do: v.literal('compose') }),
  v.strictObject({ do: v.picklist(['reply', 'replyAll', 'forward']), id }),
  v.strictObject({ do: v.literal('add'), field, contact: id }),
  v.strictObject({ do: v.literal('remove'), field, contact: id }),
  v.strictObject({ do: v.literal('subject'), id }),
  v.strictObject({ do: v.literal('subject'), text: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({ do: v.picklist(['phrase', 'unphrase']), id }),
  v.strictObject({ do: v.literal('body'), text: v.pipe(v.string(), v.maxLength(longestBody)) }),
  v.strictObject({ do: v.picklist(['attach', 'detach']), id }),
  v.strictObject({ do: v.literal('send') }),
  v.strictObject({ do: v.literal('discard') }),
]);
export type MailAction = v.InferOutput<typeof mailAction>;
