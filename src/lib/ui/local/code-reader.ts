import { decodeQR } from 'qr/decode.js';

/** The browser's own reader of codes, where it has one (not part of the standard types). */
interface CodeReaders {
  readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => {
    detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
  };
}

// A picture is looked at no larger than this, first small: a code fills most of a good one.
const sides = [1_000, 2_000];

/** What the QR code in a picture holds; undefined when none can be read. */
export function codeInPicture(picture: Blob): Promise<string | undefined> {
  return codeIn(picture, sides);
}

async function codeIn(
  picture: ImageBitmapSource,
  longestSides: readonly number[],
): Promise<string | undefined> {
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const text = (await readByBrowser(bitmap)) ?? readByLibrary(bitmap, longestSides);
  bitmap.close();
  return text;
}

async function readByBrowser(bitmap: ImageBitmap): Promise<string | undefined> {
  const { BarcodeDetector } = globalThis as CodeReaders;
  if (BarcodeDetector === undefined) return undefined;
  try {
    const [code] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(bitmap);
    return code?.rawValue;
  } catch {
    return undefined;
  }
}

function readByLibrary(bitmap: ImageBitmap, longestSides: readonly number[]): string | undefined {
  for (const side of longestSides) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return undefined;
    // A code cut out to its edge lacks the quiet border that readers look for.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    try {
      return decodeQR(context.getImageData(0, 0, width, height), { timeLimit: 3_000 });
    } catch {
      // Nothing at this size.
    }
    if (scale === 1) return undefined;
  }
  return undefined;
}

/** Looks through the camera and gives each code that is read, until it is stopped; gives the means to stop. Rejects when there is no camera, or it is not allowed. */
export async function watchCamera(
  video: HTMLVideoElement,
  found: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  video.srcObject = stream;
  await video.play();
  let isWanted = true;
  const look = async (): Promise<void> => {
    if (!isWanted) return;
    const text = video.videoWidth > 0 ? await codeIn(video, sides.slice(0, 1)) : undefined;
    if (!isWanted) return;
    if (text !== undefined) found(text);
    setTimeout(() => void look(), text === undefined ? 150 : 30);
  };
  void look();
  return () => {
    isWanted = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}
