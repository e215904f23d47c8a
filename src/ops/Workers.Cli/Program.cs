using Workers.Cli;
using Workers.Cli.Running;

return await CommandLine.RunAsync(Terminal.OfProcess(), args);
