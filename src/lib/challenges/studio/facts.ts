import type { Fact, Facts } from '../goal.ts';
import { adjusted, contrastOf } from './light.ts';
import type { Picture, Poster, Sound, StudioStart } from './start.ts';
import { dialAt, layerBox, shared, type Box, type StudioState } from './state.ts';

/** What conditions may ask about the studio. */
export function studioFacts(state: StudioState, start: StudioStart): Facts {
  return {
    ...(start.picture && pictureFacts(state, start.picture, start)),
    ...(start.sound && soundFacts(state, start.sound, start)),
    ...(start.poster && posterFacts(state, start.poster, start)),
  };
}

/** The part of the picture that is kept, in per cent. */
export function cropOf(state: StudioState, start: StudioStart): Box {
  const at = (dial: 'left' | 'right' | 'top' | 'bottom'): number => dialAt(state, dial, start);
  return {
    x: at('left'),
    y: at('top'),
    width: 100 - at('left') - at('right'),
    height: 100 - at('top') - at('bottom'),
  };
}

/** What the picture weighs about, in kilobytes: what a usual JPEG of such a quality weighs a pixel, times its pixels. */
export function kilobytesOf(state: StudioState, picture: Picture, start: StudioStart): number {
  const crop = cropOf(state, start);
  const width = dialAt(state, 'width', start);
  const height = width / picture.ratio;
  const pixels = width * height * (crop.width / 100) * (crop.height / 100);
  const quality = dialAt(state, 'quality', start) / 100;
  return Math.round((pixels * (0.02 + 0.28 * quality * quality)) / 1000);
}

function pictureFacts(state: StudioState, picture: Picture, start: StudioStart): Facts {
  const crop = cropOf(state, start);
  const facts: Record<string, Fact> = {
    angle: Math.abs(picture.tilt + dialAt(state, 'turn', start)),
    kilobytes: kilobytesOf(state, picture, start),
    pixels: Math.round((dialAt(state, 'width', start) * crop.width) / 100),
    masked: state.masked,
  };
  const { wanted, letters } = picture;
  if (wanted !== undefined) {
    const both = shared(crop, wanted);
    const all = crop.width * crop.height + wanted.width * wanted.height - both;
    facts['overlap'] = Math.round((100 * both) / all);
    facts['kept'] = Math.round((100 * both) / (wanted.width * wanted.height));
  }
  if (letters !== undefined) {
    const light = dialAt(state, 'light', start);
    const contrast = dialAt(state, 'contrast', start);
    const ink = adjusted(letters.ink, light, contrast);
    const paper = adjusted(letters.paper, light, contrast);
    facts['readable'] = Math.round(contrastOf(ink, paper) * 10) / 10;
    // Twelve pixels high is what an eye reads without effort; under a quality of 40 the edges dissolve.
    facts['letters'] = Math.round((dialAt(state, 'width', start) * letters.height) / 100);
    facts['legible'] = facts['letters'] >= 12 && dialAt(state, 'quality', start) >= 40;
  }
  return facts;
}

function soundFacts(state: StudioState, sound: Sound, start: StudioStart): Facts {
  const from = dialAt(state, 'from', start) / 10;
  const to = dialAt(state, 'to', start) / 10;
  const facts: Record<string, Fact> = {
    from,
    to,
    'fade.in': dialAt(state, 'fadeIn', start) / 10,
    'fade.out': dialAt(state, 'fadeOut', start) / 10,
    volume: dialAt(state, 'volume', start),
    played: state.played,
  };
  for (const part of sound.parts) {
    const heard = Math.max(0, Math.min(to, part.to) - Math.max(from, part.from));
    facts[`${part.id}.heard`] = Math.round((100 * heard) / (part.to - part.from));
  }
  let right = 0;
  for (const caption of sound.captions) {
    const part = sound.parts.find(({ id }) => id === caption.part);
    if (part === undefined) continue;
    const length = part.to - part.from;
    const off = Math.abs((state.cues[caption.id] ?? 0) / 10 - part.from);
    const overlap = Math.max(0, Math.round((100 * (length - off)) / length));
    facts[`${caption.id}.overlap`] = overlap;
    if (overlap >= 80) right += 1;
  }
  facts['captions'] = right;
  return facts;
}

function posterFacts(state: StudioState, poster: Poster, start: StudioStart): Facts {
  const facts: Record<string, Fact> = { format: state.format, order: state.order.join(' ') };
  for (const { id: format } of poster.formats) {
    for (const { id: layer, kind } of poster.layers) {
      const own = layerBox(state, format, layer, start);
      const area = own.width * own.height;
      const inside = shared(own, { x: 0, y: 0, width: 100, height: 100 });
      const over = state.order.slice(state.order.indexOf(layer) + 1);
      const hidden = over.reduce((sum, other) => sum + shared(own, layerBox(state, format, other, start)), 0);
      facts[`${format}.${layer}.inside`] = Math.round((100 * inside) / area);
      facts[`${format}.${layer}.seen`] = Math.max(0, Math.round((100 * (inside - hidden)) / area));
      if (kind === 'words') facts[`${format}.${layer}.width`] = Math.round(own.width);
    }
  }
  return facts;
}
