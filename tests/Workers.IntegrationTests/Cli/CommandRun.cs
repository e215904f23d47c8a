using System.Text.Json;

namespace Workers.IntegrationTests.Cli;

/// <summary>What a command did, as its caller sees it.</summary>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Standard output as the one JSON document that it must be with <c>--json</c>.</summary>
    public JsonElement Json => JsonElement.Parse(Out);
}
