namespace Workers.Engine.Handling;

/// <summary>Our right to handle a message, from its receipt until its visibility ends; the engine extends it while the handler runs.</summary>
public interface IMessageLease
{
    /// <summary>When the right ends unless it is extended: the visibility's end less a margin for the response's way.</summary>
    DateTimeOffset Until { get; }

    /// <summary>
    /// Calls back with the new end after each extension, until disposed; what else must live as long as the lease is extended
    /// there. A callback that throws does not end the lease.
    /// </summary>
    IDisposable OnExtended(Func<DateTimeOffset, CancellationToken, Task> callback);
}
