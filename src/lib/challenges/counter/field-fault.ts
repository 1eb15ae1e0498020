import type { Field } from './start.ts';

export type FieldFault = 'missing' | 'email' | 'iban' | 'date' | 'number';

/** What is wrong with what stands in a field; undefined when nothing is. A date is written 2026-03-05, as a date field gives it. */
export function fieldFault({ type, required }: Field, value: string): FieldFault | undefined {
  const given = value.trim();
  if (given === '') return required ? 'missing' : undefined;
  if (type === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(given) ? undefined : 'email';
  if (type === 'iban') return isIban(given) ? undefined : 'iban';
  if (type === 'date') return isDay(given) ? undefined : 'date';
  if (type === 'number') return /^\d+([.,]\d+)?$/.test(given.replace(/\s/g, '')) ? undefined : 'number';
  return undefined;
}

/** Whether a text is an account number whose check digits are right. Source: ISO 13616, remainder by 97 is 1. */
export function isIban(text: string): boolean {
  const compact = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(compact)) return false;
  const turned = compact.slice(4) + compact.slice(0, 4);
  let remainder = 0;
  for (const sign of turned) {
    for (const digit of parseInt(sign, 36).toString()) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
