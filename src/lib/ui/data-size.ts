import { numberFormat } from '#lib/i18n/formats.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A quantity of data in a person's words: « 3,2 Mo » in French, "3.2 MB" in English; thousands, not 1,024s. */
export function dataSize(bytes: number, locale: string): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step >= 2 && value < 100 ? 1 : 0;
  return numberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}
