using System.Globalization;

namespace Workers.Operations.Books;

/// <summary>Commands as an operator would type them.</summary>
/// <param name="prefix">The fleet's prefix; empty for none.</param>
internal sealed class Repairs(string prefix)
{
    // An event is stamped when it happens, and may be on the bus some time later. What was handled is handled once, however wide the window.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    private readonly string _fleet = prefix.Length == 0 ? "" : $" --prefix {prefix}";

    /// <summary>Shows events to some rules' targets again; handlers that had them drop them.</summary>
    public string Replay(DateTimeOffset at, params IReadOnlyList<string> rules) =>
        $"Workers.Cli replay --from {Moment(at - Before)} --to {Moment(at + After)}"
        + $"{string.Concat(rules.Select(rule => $" --rule {rule}"))}{_fleet}";

    /// <summary>Sends an order's dead letters back.</summary>
    public string Redrive(string queue, string orderId) => $"Workers.Cli dlq redrive {queue} --text {orderId}{_fleet}";

    /// <summary>Sends every dead letter of a queue back.</summary>
    public string Redrive(string queue) => $"Workers.Cli dlq redrive {queue}{_fleet}";

    /// <summary>Shows what today's code makes of a queue's dead letters.</summary>
    public string Rehearse(string queue) => $"Workers.Cli dlq rehearse {queue}{_fleet}";

    /// <summary>Shows an order, where only somebody can decide.</summary>
    public string Show(string orderId) => $"Workers.Cli orders show {orderId}{_fleet}";

    /// <summary>Says in what an order and its history differ.</summary>
    public string Verify(string orderId) => $"Workers.Cli orders verify {orderId}{_fleet}";

    /// <summary>Shows who holds the messages of a queue.</summary>
    public string Fleet() => $"Workers.Cli fleet{_fleet}";

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
