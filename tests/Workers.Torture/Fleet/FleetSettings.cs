using System.Globalization;

namespace Workers.Torture.Fleet;

/// <summary>What a fleet is told when it is started.</summary>
/// <param name="Name">No other fleet of the run has it.</param>
/// <param name="Aws">The embedded AWS.</param>
/// <param name="Webhook">Where its notifications go; its name is the last segment.</param>
/// <param name="Providers">The payment provider and the carrier.</param>
/// <param name="Last">The stage that it dies at; null when it is not to die by itself.</param>
/// <param name="Count">The how-manieth time it comes there.</param>
/// <param name="Mutation">Its defect.</param>
/// <param name="Log">Where its log goes; null for nowhere.</param>
internal sealed record FleetSettings(string Name, Uri Aws, Uri Webhook, Uri Providers, Stage? Last, int Count, Mutation Mutation, string? Log)
{
    public const string Command = "fleet";

    public IEnumerable<string> ToArguments() =>
    [
        Command, Name, Aws.ToString(), Webhook.ToString(), Providers.ToString(), $"{Last}", Count.ToString(CultureInfo.InvariantCulture), $"{Mutation}",
        Log ?? "",
    ];

    public static FleetSettings Parse(string[] words) => new(
        words[0],
        new Uri(words[1]),
        new Uri(words[2]),
        new Uri(words[3]),
        words[4] is "" ? null : Enum.Parse<Stage>(words[4]),
        int.Parse(words[5], CultureInfo.InvariantCulture),
        Enum.Parse<Mutation>(words[6]),
        words[7] is "" ? null : words[7]);
}
