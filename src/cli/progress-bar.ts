const WIDTH = 30;
const LINES = 10;

/** Tells the share of some work done, on standard error: a bar on a terminal, else a line for each tenth. */
export function progressBar(what: string): (share: number) => void {
  let told = 0;
  return (share) => {
    const now = Math.floor(share * (process.stderr.isTTY ? 100 : LINES));
    if (now === told) return;
    told = now;
    const full = Math.round(share * WIDTH);
    const percent = `${Math.round(share * 100)} %`;
    process.stderr.write(
      process.stderr.isTTY
        ? `\r${what} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percent}${share >= 1 ? '\n' : ''}`
        : `${what} ${percent}\n`,
    );
  };
}
