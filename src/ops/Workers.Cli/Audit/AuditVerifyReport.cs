using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;
using Workers.AuditTrail;
using Workers.Cli.Running;

namespace Workers.Cli.Audit;

/// <summary>A line for each thing that is wrong, and the verdict.</summary>
internal static partial class AuditVerifyReport
{
    public static void Write(IAnsiConsole console, AuditVerifyAnswer answer)
    {
        if (answer.Findings.Count > 0)
        {
            var table = Tables.Create("where", "kind", "what");
            table.Columns[2].NoWrap = false;
            foreach (var finding in answer.Findings)
            {
                table.AddRow(Printable.Of(finding.Where).EscapeMarkup(), Word(finding.Kind), Printable.Of(finding.What).EscapeMarkup());
            }

            console.Write(table);
            if (answer.Wrong > answer.Findings.Count)
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"… and {answer.Wrong - answer.Findings.Count:#,0} more");
            }
        }

        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Chains:#,0} chains, {answer.Events:#,0} events: {Verdict(answer)}{Expired(answer.Expired)}"));
    }

    private static string Verdict(AuditVerifyAnswer answer) => answer.Wrong == 0
        ? "[green]intact[/]"
        : string.Create(CultureInfo.InvariantCulture, $"[red]{answer.Wrong:#,0} wrong[/] ({Kinds(answer)})");

    private static string Expired(long chains) =>
        chains == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {chains:#,0} chains have expired");

    private static string Kinds(AuditVerifyAnswer answer) =>
        string.Join(", ", answer.Kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{Word(kind.Key)} {kind.Value:#,0}")));

    /// <summary>AlteredRow as <c>altered row</c>.</summary>
    private static string Word(AuditFindingKind kind) => Capital.Replace($"{kind}", " $0").TrimStart().ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital { get; }
}
