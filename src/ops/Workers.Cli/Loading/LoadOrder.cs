using Workers.Contracts.Events;

namespace Workers.Cli.Loading;

/// <summary>One order of a load, from its publishing to its end.</summary>
internal sealed class LoadOrder(OrderPlaced placed)
{
    public OrderPlaced Placed { get; } = placed;

    /// <summary>When it was its turn: what comes late is measured from here.</summary>
    public long Due { get; set; }

    /// <summary>Until EventBridge took it; null where it did not.</summary>
    public TimeSpan? Publishing { get; set; }

    /// <summary>What the inventory worker made of it; null while nobody knows.</summary>
    public string? State { get; set; }

    /// <summary>Until its state was seen.</summary>
    public TimeSpan Deciding { get; set; }
}
