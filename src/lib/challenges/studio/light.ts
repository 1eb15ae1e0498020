/** A tone (0 to 255) after light and contrast, each from -50 to 50: contrast opens around the middle, light lifts all. */
export function adjusted(tone: number, light: number, contrast: number): number {
  const opened = (tone - 128) * (1 + contrast / 50) + 128;
  return Math.max(0, Math.min(255, Math.round(opened + light * 2)));
}

/** The contrast of two greys, from 1 to 21. Source: WCAG 2.2, contrast ratio of relative luminances. */
export function contrastOf(one: number, other: number): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(tone: number): number {
  const share = tone / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
