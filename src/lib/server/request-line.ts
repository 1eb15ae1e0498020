/** What is told of one request: which of our pages, and never its address, who asked or what was sent. */
interface Answered {
  readonly at: number;
  readonly method: string;
  /** The route as its folder spells it; its parameters are not in it. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** The line of a log for one request, for a program or for a person. */
export function requestLine(form: 'json' | 'text', { at, ms, ...rest }: Answered): string {
  const line = { at: new Date(at).toISOString(), ...rest, ms: Math.round(ms) };
  if (form === 'json') return JSON.stringify(line);
  return `${line.at} ${line.method} ${line.route} ${line.status} ${line.ms} ms`;
}
