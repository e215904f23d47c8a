using Spectre.Console;
using Workers.Provisioning;

namespace Workers.Cli.Provisioning;

/// <summary>One line per resource, with what differed below it, and a count at the end.</summary>
internal static class ProvisioningReport
{
    public static void Write(IAnsiConsole console, ProvisioningAnswer answer)
    {
        foreach (var resource in answer.Resources)
        {
            var word = ProvisioningAnswer.Word(resource.Change);
            console.MarkupLineInterpolated($"[{Color(resource.Change)}]{word,-9}[/] {resource.Kind,-15} {resource.Name}");
            foreach (var difference in resource.Differences)
            {
                console.MarkupLineInterpolated($"          [grey]{difference}[/]");
            }
        }

        var counts = answer.Counts.Count == 0 ? "nothing" : string.Join(", ", answer.Counts.Select(count => $"{count.Value} {count.Key}"));
        console.WriteLine(answer.IsComplete ? counts : $"{counts}; it did not come to its end: what is not listed was not touched");
    }

    private static string Color(Change change) => change switch
    {
        Change.Created => "green",
        Change.Changed => "yellow",
        Change.Deleted or Change.Failed => "red",
        _ => "grey",
    };
}
