using System.Globalization;
using Workers.Cli.Running;

namespace Workers.Cli.Schemas;

/// <summary>A paragraph for each change that breaks a rule, and the verdict.</summary>
internal static class SchemasReport
{
    public static void Write(TextWriter output, SchemasAnswer answer)
    {
        foreach (var finding in answer.Findings)
        {
            output.WriteLine(Printable.Of($"{finding.Event} {VersionsOf(finding)}: {PlaceOf(finding)}"));
            output.WriteLine(Printable.Of($"  was {finding.Was}, is {finding.Is}"));
            output.WriteLine($"  {Words(finding.Kind)}; breaks {Words(finding.Breaks)}. {finding.Rule}");
            output.WriteLine();
        }

        output.WriteLine(Printable.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Events:#,0} events of {answer.Against} compared with {answer.Schemas}: ")
            + $"{Count(answer.Additions, "addition")}, {Verdict(answer)}."));
    }

    private static string VersionsOf(SchemaFinding finding) => finding.Becomes is { } becomes && becomes != finding.Version
        ? $"{finding.Version} → {becomes}"
        : finding.Version;

    private static string PlaceOf(SchemaFinding finding) => (finding.Member, finding.Pointer) switch
    {
        ("", "") => "as a whole",
        ("", var pointer) => pointer,
        var (member, pointer) => $"{member} ({pointer})",
    };

    private static string Verdict(SchemasAnswer answer) =>
        answer.Findings.Count == 0 ? "and nothing breaks" : $"{Count(answer.Findings.Count, "change")} against the rules";

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {what}{(number == 1 ? "" : "s")}");

    private static string Words(Harmed harmed) => harmed switch
    {
        Harmed.Readers => "readers",
        Harmed.Writers => "writers",
        _ => "readers and writers",
    };

    private static string Words(ChangeKind kind) => kind switch
    {
        ChangeKind.NotRaised => "added without a new minor version",
        ChangeKind.MemberGone => "member gone",
        ChangeKind.MemberRequired => "member required",
        ChangeKind.MemberOptional => "member no longer required",
        ChangeKind.Narrowed => "narrowed",
        ChangeKind.Widened => "widened",
        ChangeKind.Replaced => "changed",
        ChangeKind.VersionLowered => "version lowered",
        ChangeKind.MajorGone => "major version gone",
        ChangeKind.EventGone => "event gone",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
