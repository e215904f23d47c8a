using System.Globalization;

namespace Workers.Torture.Fleet;

/// <summary>What a fleet is told when it is started.</summary>
/// <param name="Name">No other fleet of the run has it.</param>
/// <param name="Index">Its place, by which it has one half of the workers or the other.</param>
/// <param name="Aws">The embedded AWS.</param>
/// <param name="Webhook">Where its notifications go; its name is the last segment.</param>
/// <param name="Providers">The payment provider and the carrier.</param>
/// <param name="Last">The stage that it dies at; null when it is not to die by itself.</param>
/// <param name="Count">The how-manieth time it comes there.</param>
/// <param name="Mutation">Its defect.</param>
/// <param name="Log">Where its log goes; null for nowhere.</param>
internal sealed record FleetSettings(string Name, int Index, Uri Aws, Uri Webhook, Uri Providers, Stage? Last, int Count, Mutation Mutation, string? Log)
{
    public const string Command = "fleet";

    public IEnumerable<string> ToArguments() =>
    [
        Command, Name, Index.ToString(CultureInfo.InvariantCulture), Aws.ToString(), Webhook.ToString(), Providers.ToString(), $"{Last}", Count.ToString(CultureInfo.InvariantCulture), $"{Mutation}",
        Log ?? "",
    ];

    public static FleetSettings Parse(string[] words) => new(
        words[0],
        int.Parse(words[1], CultureInfo.InvariantCulture),
        new Uri(words[2]),
        new Uri(words[3]),
        new Uri(words[4]),
        words[5] is "" ? null : Enum.Parse<Stage>(words[5]),
        int.Parse(words[6], CultureInfo.InvariantCulture),
        Enum.Parse<Mutation>(words[7]),
        words[8] is "" ? null : words[8]);
}
