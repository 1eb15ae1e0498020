import { saveFile } from '#lib/ui/local/save-file.ts';
import { packEnding, packText, packType } from '../parcel-pack.ts';

/** What became of a file that was to be given: on the disk, handed to another application, or not. */
export type Given = 'saved' | 'shared' | 'notShared';

/** Whether this browser hands files to other applications. */
export function maySharePacks(): boolean {
  return shareable(new Uint8Array(0), '') !== undefined;
}

/** Hands a pack to another application where the browser can, else saves it as a file. */
export async function givePack(bytes: Uint8Array<ArrayBuffer>, day: string): Promise<Given> {
  const file = shareable(bytes, day);
  if (file === undefined) {
    saveFile(`jalon-${day}${packEnding}`, bytes, packType);
    return 'saved';
  }
  try {
    await navigator.share({ files: [file] });
    return 'shared';
  } catch {
    return 'notShared';
  }
}

// Browsers share files of few kinds: where not this one, the same as a text.
function shareable(bytes: Uint8Array<ArrayBuffer>, day: string): File | undefined {
  const files = [
    new File([bytes], `jalon-${day}${packEnding}`, { type: packType }),
    new File([packText(bytes)], `jalon-${day}.txt`, { type: 'text/plain' }),
  ];
  return files.find((file) => navigator.canShare?.({ files: [file] }) === true);
}
