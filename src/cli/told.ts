/** Says a line, on standard error when it is a refusal; gives the exit code back. */
export function told(code: number, line: string): number {
  (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  return code;
}

/** Says what came of a command: a sentence to a person, or its parts to a program. */
export function answered(
  isJson: boolean,
  sentence: string,
  parts: Readonly<Record<string, unknown>>,
): number {
  return told(0, isJson ? JSON.stringify(parts) : sentence);
}

/** Says why nothing was done, to a person or to a program. */
export function refused(isJson: boolean, reason: string, detail: string | undefined): number {
  const sentence = detail === undefined ? reason : `${reason}: ${detail}`;
  return told(1, isJson ? JSON.stringify({ reason, detail }) : sentence);
}
