namespace Workers.Local;

/// <summary>How the fleet in one process is started.</summary>
/// <param name="AwsPort">Where the embedded AWS listens; 0 picks a free port.</param>
/// <param name="HttpPort">Where the producer's API listens; 0 picks a free port.</param>
/// <param name="OrderDeadline">How long an order may take to be paid, and then to be shipped; null: 15 minutes.</param>
/// <param name="Demo">Whether to run the demo and exit with its verdict.</param>
internal sealed record LocalOptions(int AwsPort, int HttpPort, TimeSpan? OrderDeadline, bool Demo)
{
    /// <summary>Where the embedded AWS keeps its state; null: in memory, and each run begins with nothing.</summary>
    public string? DataDirectory { get; init; }
}
