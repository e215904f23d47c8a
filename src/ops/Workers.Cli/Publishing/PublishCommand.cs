using System.CommandLine;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Cli.Publishing;

/// <summary>Puts events on the bus from a file.</summary>
internal static class PublishCommand
{
    private const string StandardInput = "-";

    public static Command Create(CommandFactory commands)
    {
        var file = new Argument<string>("FILE")
        {
            Description = $"JSON: an object with source, detail-type and detail, an array of them, or one per line; {StandardInput} is standard input.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads every entry as a consumer would, and publishes none." };
        var command = commands.Create(
            "publish",
            "Publishes events, all of them or, where one is invalid, none. An entry without an id gets one from what it says: "
            + "the same file twice is the same events.",
            async (session, arguments, cancellationToken) =>
            {
                var input = await ReadAsync(arguments.GetValue(file)!, session.Terminal.In, cancellationToken);
                var publishing = new EventFile(new(session.Get<EventRegistry>(), session.Time), session.Get<IEventPublisher>());
                var entries = await publishing.PublishAsync(input, arguments.GetValue(dryRun), cancellationToken);
                if (entries.Count == 0)
                {
                    throw new CommandFailedException("There is no entry in the input, so nothing was published: look at what made it.", ExitCode.Usage);
                }

                var answer = new PublishAnswer(
                    session.Naming.NameOf(Topology.Bus), entries.Count(entry => entry.Status is EntryStatus.Published), entries);
                session.Answer(answer, CliJson.Plain.PublishAnswer, console => PublishReport.Write(console, answer));
                return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted
                    : entries.Any(entry => entry.Status is EntryStatus.Invalid or EntryStatus.Refused) ? ExitCode.Failed
                    : ExitCode.Done;
            });
        command.Add(file);
        command.Add(dryRun);
        return command;
    }

    private static Task<string> ReadAsync(string file, TextReader standardInput, CancellationToken cancellationToken) =>
        file == StandardInput
            ? InputText.OfAsync(standardInput, "standard input", InputText.MostCharacters, cancellationToken)
            : InputText.OfFileAsync(file, cancellationToken);
}
