/** Where a fault came from, and never what it was about: a message may quote what a person sent. */
export function faultLine(error: unknown, where: string): string {
  const name = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [`${name} in ${where}`, ...frames.slice(0, 8)].join('\n');
}
