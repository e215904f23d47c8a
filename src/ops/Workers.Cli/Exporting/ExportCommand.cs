using System.CommandLine;
using Workers.Cli.Running;
using Workers.Provisioning.CloudFormation;
using Workers.Provisioning.Exporting;

namespace Workers.Cli.Exporting;

/// <summary>Writes what follows from the topology: the CloudFormation template, the workers' part of compose and Kubernetes, the schemas.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";

    public static Command Create(CommandFactory commands)
    {
        var check = new Option<bool>("--check") { Description = "Writes nothing, and fails where a file is not what would be written." };
        var file = new Option<string?>("--file")
        {
            Description = $"The template alone, and where to; {StandardOutput} is standard output.",
        };
        var command = commands.Create(
            "export",
            "Writes what follows from the topology: the CloudFormation template, compose services, manifests, schemas. Needs no AWS.",
            async (session, arguments, cancellationToken) =>
            {
                var path = arguments.GetValue(file);
                if (path == StandardOutput)
                {
                    RequireTemplateAlone(arguments.GetValue(check), session.AnswersInJson);
                    session.Terminal.Out.Profile.Out.Writer.Write(Template.Export());
                    return ExitCode.Done;
                }

                IReadOnlyList<ExportedFile> files = path is null ? ExportedFile.All : [ExportedFile.Template with { Path = path }];
                var isCheck = arguments.GetValue(check);
                var entries = await ExportAsync(files, isCheck, cancellationToken);
                entries.AddRange(path is null ? Export.LeftOvers(isCheck) : []);
                var answer = new ExportAnswer(entries.Exists(entry => entry.IsStale), entries);
                session.Answer(answer, CliJson.Plain.ExportAnswer, console =>
                {
                    foreach (var entry in answer.Files)
                    {
                        console.Profile.Out.Writer.WriteLine(entry.Words);
                    }
                });
                return answer.IsStale ? ExitCode.Failed : ExitCode.Done;
            });
        command.Add(check);
        command.Add(file);
        return command;
    }

    private static void RequireTemplateAlone(bool check, bool json)
    {
        if (check)
        {
            throw new CommandFailedException("--check compares a file, and standard output is none: leave out it or --file -.", ExitCode.Usage);
        }

        if (json)
        {
            throw new CommandFailedException("--file - answers with the template, which is YAML: leave out it or --json.", ExitCode.Usage);
        }
    }

    private static async Task<List<ExportAnswer.Entry>> ExportAsync(IReadOnlyList<ExportedFile> files, bool check, CancellationToken cancellationToken)
    {
        var entries = new List<ExportAnswer.Entry>();
        foreach (var file in files)
        {
            entries.Add(check ? await Export.CheckAsync(file, cancellationToken) : await Export.WriteAsync(file, cancellationToken));
        }

        return entries;
    }
}
