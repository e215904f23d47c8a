using Microsoft.AspNetCore.Builder;
using Workers.Analytics;
using Workers.Inventory;

namespace Workers.Benchmarks.Effects;

/// <summary>One way to make a message's effect happen once.</summary>
/// <param name="Name">As the table heads its column.</param>
/// <param name="Settings">What it configures; the rest is as it ships.</param>
/// <param name="AddInventoryWorker">Adds the worker that takes orders.</param>
internal sealed record Approach(
    string Name, IReadOnlyDictionary<string, string?> Settings, Action<WebApplicationBuilder> AddInventoryWorker)
{
    /// <summary>What ships.</summary>
    public static Approach GroupCommit { get; } = new(
        "group commit", new Dictionary<string, string?>(), builder => builder.AddInventoryWorker());

    /// <summary>The same library with groups of one message that wait for no other.</summary>
    public static Approach OnePerMessage { get; } = GroupCommit with
    {
        Name = "one per message",
        Settings = new Dictionary<string, string?>
        {
            ["Workers:Effects:MaxGroupSize"] = "1",
            ["Workers:Effects:GroupLinger"] = "00:00:00",
        },
    };

    /// <summary>Get the marker, do the writes, put the marker: what most consumers do.</summary>
    public static Approach Textbook { get; } = new(
        "textbook", new Dictionary<string, string?>(), TextbookWorker.Add);

    public static IReadOnlyList<Approach> All { get; } = [GroupCommit, OnePerMessage, Textbook];

    /// <summary>Adds the worker that counts; the textbook has none.</summary>
    public static void AddAnalyticsWorker(WebApplicationBuilder builder) => builder.AddAnalyticsWorker();
}
