using Workers.Operations;

namespace Workers.Console.Acts;

/// <summary>Each act as the command line has it, to be pasted where acts are off here, or into a note.</summary>
internal sealed class CommandLines(FleetAccess fleet)
{
    private const string Cli = "dotnet run --project src/ops/Workers.Cli --";
    private const string Why = "--reason \"WHY\"";

    private string Prefix => fleet.Naming.Prefix.Length == 0 ? "" : $" --prefix {fleet.Naming.Prefix}";

    public string Pause(string queue) => $"{Cli} fleet pause {queue} {Why}{Prefix}";

    public string Resume(string queue) => $"{Cli} fleet resume {queue} {Why}{Prefix}";

    public string Limit(string queue) => $"{Cli} fleet limit {queue} N {Why}{Prefix}";

    public string Redrive(string queue, string? group) =>
        $"{Cli} dlq redrive {queue}{Group(group)} --rate {LetterJobs.UsualPerSecond}{Prefix}";

    public string RedriveRehearsed(string queue, string? group) => $"{Redrive(queue, group)} --rehearsed";

    public string Rehearse(string queue, string? group) => $"{Cli} dlq rehearse {queue}{Group(group)}{Prefix}";

    public string Discard(string queue, string? group) => $"{Cli} dlq discard {queue}{Group(group)}{Prefix}";

    public string Replay => $"{Cli} replay --from 1h{Prefix}";

    private static string Group(string? group) => group is null ? "" : $" --group {group}";
}
