/**
 * The number that a person typed, written in one way: a point, no sign but a minus, no zeros that say nothing. A decimal
 * comma and spaces are allowed; undefined when it is no number.
 */
export function decimalOf(typed: string): string | undefined {
  const compact = typed.replace(/\s/gu, '').replace(',', '.').replace('\u2212', '-');
  if (!/^[+-]?\d+(\.\d+)?$/.test(compact)) return undefined;
  const [whole = '', fraction = ''] = compact.replace(/^[+-]/, '').split('.');
  let end = fraction.length;
  while (fraction[end - 1] === '0') end -= 1;
  const size = `${whole.replace(/^0+(?=\d)/, '')}${end === 0 ? '' : `.${fraction.slice(0, end)}`}`;
  return compact.startsWith('-') && size !== '0' ? `-${size}` : size;
}
