import type { Signed } from '#lib/base/signed.ts';
import type { BackgroundTask } from '#lib/server/background-task.ts';
import type { Installation } from '#lib/server/installation.ts';
import type { Metrics } from '#lib/server/metrics.ts';
import type { RateLimit } from '#lib/server/rate-limit.ts';

declare global {
  namespace App {
    interface Locals {
      installation: Installation & {
        /** What the installation says of itself, signed by its root. */
        readonly description: Signed;
        /** Brings the participations up to date after events were received. */
        readonly projection: BackgroundTask;
        /** What the server counts of its own work. */
        readonly metrics: Metrics;
        /** Bounds the guessing of codes. */
        readonly codeLimit: RateLimit;
        /** How often one address may send parcels. */
        readonly syncLimit: RateLimit;
        readonly deviceLimit: RateLimit;
        /** How often one address may send reports. */
        readonly reportLimit: RateLimit;
      };
    }
    interface Error {
      message: string;
      /** Finds the fault in the server's log. */
      id?: string;
    }
    interface PageData {
      locale?: import('#lib/i18n/locale.ts').Locale;
      member?: { readonly userName: string };
    }
  }
}
