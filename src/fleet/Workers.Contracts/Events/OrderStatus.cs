namespace Workers.Contracts.Events;

/// <summary>What an order is.</summary>
public enum OrderStatus
{
    /// <summary>Recorded; nothing has happened for it yet.</summary>
    Placed,

    /// <summary>Its units are set aside.</summary>
    Reserved,

    /// <summary>Charged; it can no longer be cancelled.</summary>
    Paid,

    /// <summary>On its way. An end.</summary>
    Completed,

    /// <summary>Taken back, because a stage failed. An end.</summary>
    Failed,

    /// <summary>Taken back, because somebody asked. An end.</summary>
    Cancelled,
}
