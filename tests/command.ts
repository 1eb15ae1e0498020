import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

const flags = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Given<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options }>
>['values'] & { readonly json: boolean; readonly help: boolean };

/**
 * Runs a command of the tests with what was typed after its name, and sets its exit code: 0 after `--help`; 2, with the
 * usage, when an option is unknown or `work` refuses its value by undefined; else what `work` gives.
 */
export async function command<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  work: (given: Given<Options>) => Promise<number | undefined>,
): Promise<void> {
  const given = givenOf(options);
  if (given?.help === true) {
    process.stdout.write(usage);
    return;
  }
  const code = given && (await work(given));
  if (code === undefined) process.stderr.write(usage);
  process.exitCode = code ?? 2;
}

function givenOf<Options extends ParseArgsOptionsConfig>(options: Options): Given<Options> | undefined {
  try {
    const { values } = parseArgs({ args: process.argv.slice(2), options: { ...options, ...flags } });
    return values as Given<Options>;
  } catch {
    return undefined;
  }
}
