const quietZone = 4;

/** The dark squares of a QR code, as an outline in a square of so many units. */
export interface DrawnCode {
  readonly side: number;
  readonly path: string;
}

/** The drawing of a text; `isOneOfMany` draws it for a series: quicker, and with less to make up for what is not seen. */
export async function drawnCode(content: string, isOneOfMany = false): Promise<DrawnCode> {
  // The library comes only when a code is shown.
  const { encodeQR } = await import('qr');
  const manner = isOneOfMany ? ({ ecc: 'low', mask: 3 } as const) : ({ ecc: 'medium' } as const);
  const rows = encodeQR(content, 'raw', { ...manner, border: quietZone });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { side: rows.length, path };
}
