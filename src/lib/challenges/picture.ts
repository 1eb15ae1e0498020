import * as v from 'valibot';
import { referenceSchema } from './option.ts';

const pixels = v.pipe(v.number(), v.minValue(1), v.maxValue(10_000));

/**
 * A picture among the parameters. An author names a file beside `challenge.yaml`; once compiled, the file itself
 * stands in the place of its name, so that nothing else must be fetched to see it.
 */
export const pictureSchema = v.strictObject({
  file: v.strictObject({
    /** What an `img` shows. Scripts do not run in there, and nothing outside is asked for. */
    data: v.pipe(
      v.string(),
      v.regex(/^data:image\/(svg\+xml,[\w.!~*()%-]+|(png|jpeg|webp);base64,[\w+/]+)$/, 'must be a picture'),
    ),
    width: pixels,
    height: pixels,
  }),
  /** What the picture shows, for those who do not see it. */
  alt: referenceSchema,
});
export type Picture = v.InferOutput<typeof pictureSchema>;
