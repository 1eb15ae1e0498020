import type { KindName } from './challenge.ts';
import { filesKind } from './files/challenge.ts';
import type { Kind } from './kind.ts';
import { mailKind } from './mail/challenge.ts';
import { matchingKind } from './matching/challenge.ts';
import { multipleChoiceKind } from './multiple-choice/challenge.ts';
import { numberKind } from './number/challenge.ts';
import { orderingKind } from './ordering/challenge.ts';
import { phoneKind } from './phone/challenge.ts';
import { shortTextKind } from './short-text/challenge.ts';
import { singleChoiceKind } from './single-choice/challenge.ts';
import { webKind } from './web/challenge.ts';

/** Every kind of challenge by its name: a new kind is a folder and a line here and in `views.ts`. */
export const kinds: Readonly<Record<KindName, Kind>> = {
  'single-choice': singleChoiceKind,
  'multiple-choice': multipleChoiceKind,
  'short-text': shortTextKind,
  number: numberKind,
  ordering: orderingKind,
  matching: matchingKind,
  files: filesKind,
  mail: mailKind,
  web: webKind,
  phone: phoneKind,
};
