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

        console.WriteLine(string.Join(", ", answer.Counts.Select(count => $"{count.Value} {count.Key}")));
    }

    private static string Color(Change change) => change switch
    {
        Change.Created => "green",
        Change.Changed => "yellow",
        Change.Deleted => "red",
        _ => "grey",
    };
}
