import { decodeQR } from 'qr/decode.js';

const longestSide = 1_000;

/** What the QR code in a picture holds; undefined when none can be read. */
export async function codeInPicture(picture: ImageBitmapSource): Promise<string | undefined> {
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  // A code cut out to its edge lacks the quiet border that readers look for.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  try {
    return decodeQR(context.getImageData(0, 0, width, height));
  } catch {
    return undefined;
  }
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
    const text = video.videoWidth > 0 ? await codeInPicture(video) : undefined;
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
