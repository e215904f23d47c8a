using System.CommandLine;
using Workers.Cli.Running;
using Workers.Provisioning.CloudFormation;

namespace Workers.Cli.Exporting;

/// <summary>Writes the topology as a CloudFormation template.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";

    public static Command Create(CommandFactory commands)
    {
        var check = new Option<bool>("--check") { Description = "Writes nothing, and fails where the file is not what would be written." };
        var file = new Option<string>("--file")
        {
            Description = $"Where to, from the current folder; {StandardOutput} is standard output. {Template.Path} unless given.",
            DefaultValueFactory = _ => Template.Path,
        };
        var command = commands.Create(
            "export",
            "Writes the topology as a CloudFormation template, with roles, alarms and a dashboard. Needs no AWS.",
            async (session, arguments, cancellationToken) =>
            {
                var path = arguments.GetValue(file)!;
                if (path == StandardOutput)
                {
                    session.Terminal.Out.Profile.Out.Writer.Write(Template.Export());
                    return ExitCode.Done;
                }

                var answer = arguments.GetValue(check)
                    ? await TemplateFile.CheckAsync(path, cancellationToken)
                    : await TemplateFile.WriteAsync(path, cancellationToken);
                session.Answer(answer, CliJson.Plain.ExportAnswer, console => console.Profile.Out.Writer.WriteLine(answer.Words));
                return answer.IsStale ? ExitCode.Failed : ExitCode.Done;
            });
        command.Add(check);
        command.Add(file);
        return command;
    }
}
