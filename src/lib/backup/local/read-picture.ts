/** The browser's own reader of codes, where it has one (not part of the standard types). */
interface CodeReader {
  detect(image: ImageBitmap | HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface CodeReaders {
  readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => CodeReader;
}

/** A picture is looked at no larger than this, first small: a code fills most of a good one. */
const sides = [1_000, 2_000];

/** The text of the QR code in a picture; undefined when there is none that can be read, or it is no picture. */
export async function codeInPicture(file: Blob): Promise<string | undefined> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  return (await readByBrowser(picture)) ?? readByLibrary(picture);
}

async function readByBrowser(picture: ImageBitmap): Promise<string | undefined> {
  const { BarcodeDetector } = globalThis as CodeReaders;
  if (BarcodeDetector === undefined) return undefined;
  try {
    const [code] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture);
    return code?.rawValue;
  } catch {
    return undefined;
  }
}

async function readByLibrary(picture: ImageBitmap): Promise<string | undefined> {
  const { default: decodeQR } = await import('qr/decode.js');
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d');
    if (context === null) return undefined;
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), { timeLimit: 3_000 });
    } catch {
      // Nothing at this size.
    }
    if (scale === 1) return undefined;
  }
  return undefined;
}
