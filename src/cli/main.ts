import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { Failures } from '../run/failures.js';
import type { CommandContext } from './command-context.js';
import { addConfigCommand } from './config-command.js';
import { addDemoCommand } from './demo-command.js';
import { addDiffCommand } from './diff-command.js';
import { addEvaluateCommand } from './evaluate-command.js';
import { addExplainCommand } from './explain-command.js';
import { faultJson, faultText } from './fault-text.js';
import { Interrupted } from './interrupts.js';
import type { CommandIo } from './io.js';
import { addMergeCommand } from './merge-command.js';
import { addProfileCommand } from './profile-command.js';
import { addRegistryCommand } from './registry-command.js';
import { addRunCommand } from './run-command.js';
import { addTrainCommand } from './train-command.js';
import { toolVersion } from './version.js';
import { addWorklistCommand } from './worklist-command.js';

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
    await createProgram(context).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, io, argv.includes('--json'));
  }
}

function createProgram(context: CommandContext): Command {
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
  addRegistryCommand(program, context);
  addProfileCommand(program, context);
  addRunCommand(program, context);
  addMergeCommand(program, context);
  addExplainCommand(program, context);
  addDiffCommand(program, context);
  addWorklistCommand(program, context);
  addTrainCommand(program, context);
  addEvaluateCommand(program, context);
  addConfigCommand(program, context);
  addDemoCommand(program, context);
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
