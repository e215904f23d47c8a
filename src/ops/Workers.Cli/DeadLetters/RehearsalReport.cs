using Spectre.Console;
using Workers.Cli.Running;
using Workers.Effects.Rehearsals;
using Workers.Operations.DeadLetters;
using Workers.Operations.Rehearsals;

namespace Workers.Cli.DeadLetters;

/// <summary>Rehearsals for people: each group, and in it what each handler would do.</summary>
internal static class RehearsalReport
{
    private const int MostLetters = 5;

    public static void Write(IAnsiConsole console, RehearsalAnswer answer)
    {
        foreach (var group in answer.Groups)
        {
            WriteHead(console, group.Fingerprint, group.Verdict, group.Letters.Count);
            foreach (var letter in group.Letters.Take(MostLetters))
            {
                console.MarkupLineInterpolated($"  [bold]{letter.MessageId}[/] {Printable.Of(letter.Event ?? "")} [grey]{Printable.Of(letter.EventId ?? "")}[/]");
                if (letter.Problem is { } problem)
                {
                    console.MarkupLineInterpolated($"    [red]{Printable.Of(problem)}[/]");
                }

                foreach (var handler in letter.Handlers)
                {
                    Write(console, handler);
                }
            }

            if (group.Letters.Count > MostLetters)
            {
                console.WriteLine($"  … and {group.Letters.Count - MostLetters} more: --json shows all");
            }
        }

        var letters = answer.Groups.Sum(group => group.Letters.Count);
        console.WriteLine($"{letters} dead letters of {answer.Queue} rehearsed{(answer.IsWhole ? "" : ", and there are more: --limit")}. Nothing was written, published or deleted.");
    }

    public static void Write(IAnsiConsole console, RehearsedRedriveAnswer answer)
    {
        foreach (var group in answer.Groups)
        {
            WriteHead(console, group.Fingerprint, group.Verdict, group.Letters);
            console.WriteLine($"  {group.Redriven} redriven{(group.Problem is { } problem ? $": {Printable.Of(problem)}" : "")}");
        }

        console.WriteLine($"{answer.Queue}: {answer.Groups.Sum(group => group.Redriven)} of {answer.Groups.Sum(group => group.Letters)} redriven");
    }

    private static void Write(IAnsiConsole console, HandlerView handler)
    {
        console.WriteLine(Printable.Of($"    {handler.Handler} {Word(handler)}"));
        foreach (var write in handler.Writes)
        {
            console.WriteLine(Printable.Of($"      {write}"));
        }

        foreach (var emitted in handler.Emits)
        {
            console.WriteLine(Printable.Of($"      emit {emitted}"));
        }
    }

    private static void WriteHead(IAnsiConsole console, Fingerprint fingerprint, Verdict verdict, int letters)
    {
        var (word, colour) = verdict switch
        {
            Verdict.Passes => ("passes", "green"),
            Verdict.StillFails => ("still fails", "red"),
            _ => ("not rehearsed", "yellow"),
        };
        console.MarkupLine($"[bold]{fingerprint.Id}[/] [{colour}]{word}[/] {letters} × {Printable.Of($"{fingerprint.Handler} {fingerprint.ExceptionType} {fingerprint.Place}".Trim()).EscapeMarkup()}");
    }

    private static string Word(HandlerView handler) => handler.Outcome switch
    {
        RehearsalOutcome.Decides => "would decide",
        RehearsalOutcome.AlreadyDone => "is done already; its events would be published again",
        RehearsalOutcome.Rejects => $"would reject it: {handler.Problem}",
        RehearsalOutcome.Fails => $"would throw {handler.ExceptionType}: {handler.Problem}",
        RehearsalOutcome.Refused => $"would be refused: {handler.Problem}",
        _ => "would be called; not rehearsed, for its effect is elsewhere",
    };
}
