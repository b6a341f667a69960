import { run } from './run.ts';

/* The entry of the command line. */

// Whoever reads our output may stop reading (`| head`): what is left unsaid is then not wanted, and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
