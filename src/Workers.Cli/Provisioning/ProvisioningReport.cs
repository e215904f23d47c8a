using Spectre.Console;
using Workers.Provisioning;

namespace Workers.Cli.Provisioning;

/// <summary>One line per resource, with what differed below it, and a count at the end.</summary>
internal static class ProvisioningReport
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ProvisionedResource> resources)
    {
        foreach (var resource in resources)
        {
            console.MarkupLineInterpolated(
                $"[{Color(resource.Change)}]{Word(resource.Change),-9}[/] {resource.Kind,-15} {resource.Name}");
            foreach (var difference in resource.Differences)
            {
                console.MarkupLineInterpolated($"          [grey]{difference}[/]");
            }
        }

        var counts = resources.CountBy(resource => resource.Change).OrderBy(count => count.Key);
        console.WriteLine(string.Join(", ", counts.Select(count => $"{count.Value} {Word(count.Key)}")));
    }

    private static string Word(Change change) => change.ToString().ToLowerInvariant();

    private static string Color(Change change) => change switch
    {
        Change.Created => "green",
        Change.Changed => "yellow",
        Change.Deleted => "red",
        _ => "grey",
    };
}
