namespace Workers.Operations.Books;

/// <summary>Something that does not balance.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">The order or the queue.</param>
/// <param name="What">What exactly, for people.</param>
/// <param name="Repair">The command that mends it, or that shows what must be mended by hand.</param>
internal sealed record BookFinding(BookFindingKind Kind, string Subject, string What, string Repair);

/// <summary>What can be out of balance.</summary>
internal enum BookFindingKind
{
    /// <summary>An order was placed, and is neither paid nor ended long after its deadline.</summary>
    Stuck,

    /// <summary>An order was paid, and is neither shipped nor ended long after its deadline.</summary>
    Unshipped,

    /// <summary>An order ended without its goods, and its customer's money was kept.</summary>
    Unrefunded,

    /// <summary>An order is paid or completed, and its payment does not say so.</summary>
    Uncharged,

    /// <summary>An order is reserved or further on, and no units are set aside for it.</summary>
    Unreserved,

    /// <summary>An order ended, and its units are set aside still.</summary>
    Unreleased,

    /// <summary>Units are set aside for an order that nobody knows.</summary>
    Orphaned,

    /// <summary>An order is completed, and no carrier has it.</summary>
    NoShipment,

    /// <summary>An order is not what its history makes it.</summary>
    History,

    /// <summary>What a handler committed may not be on the bus: its message has been held for long, or was given up.</summary>
    Unpublished,

    /// <summary>EventBridge could not deliver events.</summary>
    Undelivered,
}
