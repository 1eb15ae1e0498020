import { adjusted } from '../light.ts';
import type { Picture } from '../start.ts';
import { dialAt, type StudioState } from '../state.ts';
import { cropOf } from '../facts.ts';
import type { StudioStart } from '../start.ts';

/** How wide the canvas is, in its own pixels. */
const canvasWidth = 480;

/** Draws the picture as its dials stand: turned, lit, cut, with what is masked under plain blocks. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  picture: Picture,
  state: StudioState,
  start: StudioStart,
  plain: (text: string) => string,
): void {
  const width = canvasWidth;
  const height = Math.round(width / picture.ratio);
  canvas.width = width;
  canvas.height = height;
  const ink = canvas.getContext('2d');
  if (ink === null) return;
  const light = dialAt(state, 'light', start);
  const contrast = dialAt(state, 'contrast', start);
  const grey = (tone: number): string => {
    const seen = adjusted(tone, light, contrast);
    return `rgb(${seen} ${seen} ${seen})`;
  };
  const x = (percent: number): number => (percent * width) / 100;
  const y = (percent: number): number => (percent * height) / 100;
  ink.fillStyle = grey(picture.ground);
  ink.fillRect(0, 0, width, height);
  ink.save();
  ink.translate(width / 2, height / 2);
  ink.rotate(((picture.tilt + dialAt(state, 'turn', start)) * Math.PI) / 180);
  ink.translate(-width / 2, -height / 2);
  for (const shape of picture.shapes) {
    ink.fillStyle = shape.tone === undefined ? (shape.colour ?? '#888888') : grey(shape.tone);
    const [left, top, wide, high] = [x(shape.x), y(shape.y), x(shape.width), y(shape.height)];
    if (shape.form === 'box') ink.fillRect(left, top, wide, high);
    else if (shape.form === 'disc') {
      ink.beginPath();
      ink.ellipse(left + wide / 2, top + high / 2, wide / 2, high / 2, 0, 0, Math.PI * 2);
      ink.fill();
    } else {
      ink.font = `700 ${high}px system-ui, sans-serif`;
      ink.textBaseline = 'top';
      ink.fillText(plain(shape.text ?? ''), left, top, wide);
    }
  }
  ink.restore();
  for (const zone of picture.zones) {
    if (!state.masked.includes(zone.id)) continue;
    blur(ink, x(zone.x), y(zone.y), x(zone.width), y(zone.height));
  }
  coarsen(canvas, ink, picture, state, start);
  const crop = cropOf(state, start);
  ink.fillStyle = 'rgb(20 24 30 / 0.72)';
  ink.fillRect(0, 0, x(crop.x), height);
  ink.fillRect(x(crop.x + crop.width), 0, width, height);
  ink.fillRect(x(crop.x), 0, x(crop.width), y(crop.y));
  ink.fillRect(x(crop.x), y(crop.y + crop.height), x(crop.width), height);
}

/** Blocks so large that nothing can be told any more. */
function blur(ink: CanvasRenderingContext2D, left: number, top: number, wide: number, high: number): void {
  const side = Math.max(6, Math.min(wide, high) / 3);
  for (let across = left; across < left + wide; across += side) {
    for (let down = top; down < top + high; down += side) {
      const tone = 110 + ((Math.round(across + down) * 37) % 60);
      ink.fillStyle = `rgb(${tone} ${tone} ${tone})`;
      ink.fillRect(across, down, Math.min(side, left + wide - across), Math.min(side, top + high - down));
    }
  }
}

/** A small picture, or one of low quality, shows its grains. */
function coarsen(
  canvas: HTMLCanvasElement,
  ink: CanvasRenderingContext2D,
  picture: Picture,
  state: StudioState,
  start: StudioStart,
): void {
  const share = Math.min(
    1,
    (dialAt(state, 'width', start) / 1600) * Math.min(1, dialAt(state, 'quality', start) / 60),
  );
  if (share >= 1) return;
  const small = document.createElement('canvas');
  small.width = Math.max(24, Math.round(canvas.width * share));
  small.height = Math.max(24, Math.round(small.width / picture.ratio));
  small.getContext('2d')?.drawImage(canvas, 0, 0, small.width, small.height);
  ink.imageSmoothingEnabled = false;
  ink.drawImage(small, 0, 0, canvas.width, canvas.height);
}
