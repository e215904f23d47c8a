using Microsoft.Extensions.Logging.Abstractions;

namespace LocalAws;

/// <summary>How the embedded AWS is started.</summary>
public sealed record LocalAwsOptions
{
    /// <summary>The port to listen on; 0 picks a free one.</summary>
    /// <value>4566, the port that LocalStack made customary.</value>
    public int Port { get; init; } = 4566;

    /// <summary>The address to listen on. Anything but loopback offers an unauthenticated service to the network.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>How long a DynamoDB transaction stays open, during which others that touch its items conflict.</summary>
    /// <value>Zero: transactions take effect at once.</value>
    public TimeSpan TransactionLatency { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Where the state is kept, so that it outlasts the server: loaded at the start, saved every five seconds and at the end. The
    /// directory is made if it is not there; one server at a time may have it.
    /// </summary>
    /// <value>Null: the state is in memory and ends with the server.</value>
    public string? DataDirectory { get; init; }

    /// <summary>Told when the state cannot be saved.</summary>
    /// <value>Nobody is told.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The clock of visibility timeouts, retention, TTL and deliveries.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
