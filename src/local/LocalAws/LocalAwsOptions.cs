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

    /// <summary>The clock of visibility timeouts, retention, TTL and deliveries.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
