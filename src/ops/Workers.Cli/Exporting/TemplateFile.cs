using Workers.Cli.Running;
using Workers.Provisioning.CloudFormation;

namespace Workers.Cli.Exporting;

/// <summary>The file that the template is exported to.</summary>
internal static class TemplateFile
{
    /// <summary>Compares the file with the topology.</summary>
    public static async Task<ExportAnswer> CheckAsync(string path, CancellationToken cancellationToken) =>
        FirstDifference(await ReadAsync(path, cancellationToken), Template.Export()) is { } line
            ? new(path, IsStale: true, $"{path} is stale from line {line} on: export it again.")
            : new(path, IsStale: false, $"{path} is what the topology says.");

    /// <summary>Writes the file where it differs.</summary>
    public static async Task<ExportAnswer> WriteAsync(string path, CancellationToken cancellationToken)
    {
        if ((await CheckAsync(path, cancellationToken)).IsStale)
        {
            await File.WriteAllTextAsync(path, Template.Export(), cancellationToken);
            return new(path, IsStale: false, $"{path} is written.");
        }

        return new(path, IsStale: false, $"{path} was what the topology says.");
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return "";
        }
        catch (DirectoryNotFoundException)
        {
            throw new CommandFailedException($"There is no folder for {path} here: run this from the repository's root, or say --file.", ExitCode.Usage);
        }
    }

    /// <summary>The number of the first line that differs; null where none does.</summary>
    private static int? FirstDifference(string actual, string expected)
    {
        if (actual == expected)
        {
            return null;
        }

        var same = actual.Split('\n').Zip(expected.Split('\n')).TakeWhile(lines => lines.First == lines.Second).Count();
        return same + 1;
    }
}
