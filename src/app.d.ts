import type { Installation } from '#lib/server/installation.ts';

declare global {
  namespace App {
    interface Locals {
      installation: Installation;
    }
  }
}
