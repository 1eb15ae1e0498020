import type { Dictionary } from '../fr.ts';

export const common: Dictionary['common'] = {
  product: 'Jalon',
  back: 'Back',
  next: 'Continue',
  close: 'Close',
  cancel: 'Cancel',
  yes: 'Yes',
  no: 'No',
  done: 'Done',
  retry: 'Try again',
  home: 'Home',
};
