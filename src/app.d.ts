import type { Installation } from '#lib/server/installation.ts';

declare global {
  namespace App {
    interface Locals {
      installation: Installation;
    }
    interface Error {
      message: string;
      /** Finds the fault in the server's log. */
      id?: string;
    }
  }
}
