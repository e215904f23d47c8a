using System.CommandLine;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Operations.Captures;
using Workers.Operations.DeadLetters;
using Workers.Operations.Rehearsals;

namespace Workers.Cli.DeadLetters;

/// <summary>Makes a failing spec of a dead letter.</summary>
internal static class CaptureCommand
{
    public static Command Create(CommandFactory commands)
    {
        var letters = new LetterArgument();
        var asSpec = new Option<bool>("--as-spec") { Description = "As a spec of tests/Workers.Tests: the only form there is.", Required = true };
        var output = new Option<string?>("--out") { Description = "The folder to write the file to; standard output unless given." };
        var command = commands.Create(
            "capture",
            "Writes a dead letter, the items that its handlers read and the build as a spec that fails as the letter did. It holds the letter's data.",
            async (session, arguments, cancellationToken) =>
            {
                var (queue, messageId) = letters.Read(arguments);
                if (messageId is null)
                {
                    throw new CommandFailedException("Say which letter: the beginning of its message id.", ExitCode.Usage);
                }

                var spec = await CaptureAsync(session, queue is null ? DeadLetterQueueArgument.All : [queue], messageId, cancellationToken);
                await WriteAsync(session, spec, arguments.GetValue(output), cancellationToken);
                return ExitCode.Done;
            });
        command.Add(letters);
        command.Add(asSpec);
        command.Add(output);
        return command;
    }

    private static async Task<CapturedSpec> CaptureAsync(
        Session session, IReadOnlyList<string> queues, string messageId, CancellationToken cancellationToken)
    {
        foreach (var dlq in queues.Where(dlq => dlq != Topology.UndeliveredDlq))
        {
            var (rehearsed, _) = await new DeadLetterRehearsal(session.Fleet, session.Get<IConfiguration>())
                .RunAsync(dlq, new LetterFilter { MessageId = messageId }, limit: 1, cancellationToken);
            if (rehearsed is [var letter, ..])
            {
                var deployable = Topology.Workers.First(
                    worker => worker.Consumptions.Any(consumption => consumption.Queue.Redrive!.DeadLetterQueue == dlq));
                var consumption = deployable.Consumptions.First(consumption => consumption.Queue.Redrive!.DeadLetterQueue == dlq);
                return CapturedSpec.Of(letter, deployable, consumption, Build());
            }
        }

        throw new CommandFailedException($"No worker's dead letter has a message id that begins with {messageId}: `dlq list` shows those that there are.");
    }

    private static async Task WriteAsync(Session session, CapturedSpec spec, string? folder, CancellationToken cancellationToken)
    {
        if (folder is null)
        {
            session.Terminal.Out.Profile.Out.Writer.Write(spec.Text);
            return;
        }

        var file = Path.Combine(folder, $"{spec.ClassName}.cs");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(file, spec.Text, cancellationToken);
        session.Say($"{file} is written. It holds what the letter holds: look for personal data before it is committed.");
    }

    private static string Build() =>
        typeof(CaptureCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
