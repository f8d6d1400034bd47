import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { Failures } from '../run/failures.js';
import type { CommandContext } from './command-context.js';
import { faultJson, faultText } from './fault-text.js';
import { Interrupted } from './interrupts.js';
import type { CommandIo } from './io.js';
import { toolVersion } from './version.js';

type AddCommand = (program: Command, context: CommandContext) => void;

/**
 * The commands, in the order of the help. Only the one that is asked for is loaded: all together take longer to load than a
 * small run takes.
 */
const COMMANDS = new Map<string, () => Promise<AddCommand>>(
  Object.entries({
    registry: async () => (await import('./registry-command.js')).addRegistryCommand,
    profile: async () => (await import('./profile-command.js')).addProfileCommand,
    run: async () => (await import('./run-command.js')).addRunCommand,
    merge: async () => (await import('./merge-command.js')).addMergeCommand,
    report: async () => (await import('./report-command.js')).addReportCommand,
    explain: async () => (await import('./explain-command.js')).addExplainCommand,
    diff: async () => (await import('./diff-command.js')).addDiffCommand,
    worklist: async () => (await import('./worklist-command.js')).addWorklistCommand,
    train: async () => (await import('./train-command.js')).addTrainCommand,
    evaluate: async () => (await import('./evaluate-command.js')).addEvaluateCommand,
    config: async () => (await import('./config-command.js')).addConfigCommand,
    demo: async () => (await import('./demo-command.js')).addDemoCommand,
  }),
);

/** The whole program: parses the arguments, runs the command, and returns the exit code. Never throws. */
export async function main(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  let code: ExitCode = EXIT.published;
  const context: CommandContext = {
    io,
    finish: (result) => {
      code = result;
    },
  };
  try {
    const program = await createProgram(context, argv);
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, io, argv.includes('--json'));
  }
}

async function createProgram(context: CommandContext, argv: readonly string[]): Promise<Command> {
  const { io } = context;
  const program = new Command('doisoat')
    .description('Reconciles COVID-19 dose records with a snapshot of the population registry.')
    .version(toolVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .showHelpAfterError('(add --help for the options)');
  const asked = COMMANDS.get(argv[0] ?? '');
  for (const load of asked === undefined ? COMMANDS.values() : [asked]) (await load())(program, context);
  for (const command of [...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command.copyInheritedSettings(program);
  }
  return program;
}

/** Known faults get a short text and what to do; anything else is a bug and shows where it happened. */
function report(error: unknown, io: CommandIo, json: boolean): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version end this way too, with exit code 0.
    return error.exitCode === 0 ? EXIT.published : EXIT.usage;
  }
  if (error instanceof Failure || error instanceof Failures) {
    const failures = error instanceof Failure ? [error] : error.all;
    if (json) io.stdout.write(faultJson(failures));
    for (const failure of failures) io.stderr.write(faultText(failure));
    return failures[0]!.detail.exitCode;
  }
  if (error instanceof Interrupted) return error.exitCode;
  const stack = error instanceof Error ? error.stack : String(error);
  io.stderr.write(
    `internal fault (exit code ${EXIT.internal}); nothing was published. Please report:\n${stack}\n`,
  );
  return EXIT.internal;
}
