// eslint-disable-next-line boundaries/no-unknown-dependencies -- the version is told in one place, outside src
import packageJson from '../../package.json' with { type: 'json' };
import { PACKS } from '../core/scheme/packs/packs.ts';
import { CLI } from '../core/texts/cli-texts.ts';
import { LIST_SEPARATOR } from '../core/texts/terms.ts';
import { runEvaluate } from './evaluate.ts';
import { EXIT, Unusable, type ExitCode, type Output } from './exit.ts';
import { runExplain } from './explain.ts';
import { runFreeze } from './freeze.ts';
import { runInspect } from './inspect.ts';
import { runKeys } from './keys.ts';
import { runNew } from './new.ts';
import { runRefresh } from './refresh.ts';
import { runScheme } from './scheme.ts';

/** Runs one command of the command line. Never throws for bad input: the messages go to standard error, the code is 2. */
export async function run(argv: readonly string[], output: Output): Promise<ExitCode> {
  const [command, ...args] = argv;
  try {
    switch (command) {
      case 'evaluate':
        return await runEvaluate(args, output);
      case 'explain':
        return await runExplain(args, output);
      case 'freeze':
        return await runFreeze(args, output);
      case 'inspect':
        return await runInspect(args, output);
      case 'keys':
        return await runKeys(args, output);
      case 'new':
        return await runNew(args, output);
      case 'refresh':
        return await runRefresh(args, output);
      case 'scheme':
        return await runScheme(args, output);
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        output.out(
          CLI.usage.replace('{schemes}', PACKS.map(({ id, name }) => `${id}（${name}）`).join(LIST_SEPARATOR)),
        );
        return command === undefined ? EXIT.unusable : EXIT.done;
      case '--version':
      case '-v':
        output.out(packageJson.version);
        return EXIT.done;
      default:
        throw new Unusable([CLI.unknownCommand(command)]);
    }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    error.lines.forEach(output.err);
    return EXIT.unusable;
  }
}
