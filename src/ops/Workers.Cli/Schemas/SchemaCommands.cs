using System.CommandLine;
using Workers.Cli.Running;
using Workers.Events.Reading;
using Workers.Provisioning.Schemas;

namespace Workers.Cli.Schemas;

/// <summary>What can be asked about the schemas of events.</summary>
internal static class SchemaCommands
{
    public static Command Create(CommandFactory commands) => new("schemas", "Checks how the schemas of events have changed.")
    {
        Check(commands),
    };

    private static Command Check(CommandFactory commands)
    {
        var against = new Option<string>("--against")
        {
            Description = "The release: a folder with its schemas, or a git ref.",
            Required = true,
        };
        var schemas = new Option<string>("--schemas")
        {
            Description = $"The folder of the schemas; {SchemaFiles.Folder} unless given.",
            DefaultValueFactory = _ => SchemaFiles.Folder,
        };
        var command = commands.Create(
            "check",
            "Compares the schemas with those of a release, and names every change that is no addition. Ends with 1 where there is one.",
            async (session, arguments, cancellationToken) =>
            {
                var release = arguments.GetRequiredValue(against);
                var folder = arguments.GetRequiredValue(schemas);
                var now = await SchemaSet.OfFolderAsync(folder, cancellationToken);
                var was = Directory.Exists(release)
                    ? await SchemaSet.OfFolderAsync(release, cancellationToken)
                    : await new GitRelease().ReadAsync(release, folder, cancellationToken);
                var registry = session.Get<EventRegistry>();
                var answer = new Evolution((name, major) => SchemaFiles.IsRead(registry, name, major)).Check(was, now, release, folder);
                session.Answer(answer, CliJson.Plain.SchemasAnswer, console => SchemasReport.Write(console.Profile.Out.Writer, answer));
                return answer.Findings.Count == 0 ? ExitCode.Done : ExitCode.Failed;
            });
        command.Add(against);
        command.Add(schemas);
        return command;
    }
}
