using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Workers.Cli.Running;
using Workers.Provisioning.Schemas;

namespace Workers.Cli.Schemas;

/// <summary>
/// Reads the schemas of a release out of git, which runs as a process with a list of arguments and in the folder of the schemas: the
/// release's folder is the one of the same place.
/// </summary>
/// <param name="program">Git's program.</param>
internal sealed class GitRelease(string program = "git")
{
    /// <exception cref="CommandFailedException">There is no git, no such release, or no schema in it.</exception>
    public async Task<SchemaSet> ReadAsync(string reference, string folder, CancellationToken cancellationToken)
    {
        if (reference.StartsWith('-'))
        {
            throw new CommandFailedException($"{reference} is an option of git, and no release.", ExitCode.Usage);
        }

        var commit = (await RunAsync(folder, ["rev-parse", "--verify", $"{reference}^{{commit}}"], cancellationToken) switch
        {
            { ExitCode: 0 } found => found.Out,
            var failed => throw new CommandFailedException(
                $"{reference} is neither a folder here nor a release in git, which says: {failed.Error.Trim()}", ExitCode.Usage),
        }).Trim();
        var files = new List<(string, string)>();
        foreach (var file in (await NeedAsync(folder, ["ls-tree", "-z", "--name-only", commit, "./"], cancellationToken)).Split('\0'))
        {
            if (file.EndsWith(SchemaFiles.Extension, StringComparison.Ordinal))
            {
                files.Add((file, await NeedAsync(folder, ["show", $"{commit}:./{file}"], cancellationToken)));
            }
        }

        return files.Count > 0 ? new(files) : throw SchemaSet.NothingIn($"{folder} of {reference}");
    }

    private async Task<string> NeedAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        var run = await RunAsync(folder, arguments, cancellationToken);
        return run.ExitCode == 0
            ? run.Out
            : throw new CommandFailedException($"git {arguments[0]} failed: {run.Error.Trim()}", ExitCode.Usage);
    }

    private async Task<(int ExitCode, string Out, string Error)> RunAsync(
        string folder, string[] arguments, CancellationToken cancellationToken)
    {
        using var git = Start(folder, arguments);
        try
        {
            var output = git.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = git.StandardError.ReadToEndAsync(cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
            return (git.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            git.Kill(entireProcessTree: true);
            throw;
        }
    }

    private Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new CommandFailedException(
                $"{program} cannot be run: {problem.Message}. Install it, or say a folder with the release's schemas as --against.",
                ExitCode.Usage);
        }
    }
}
