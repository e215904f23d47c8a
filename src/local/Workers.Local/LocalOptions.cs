namespace Workers.Local;

/// <summary>How the fleet in one process is started.</summary>
/// <param name="AwsPort">Where the embedded AWS listens; 0 picks a free port.</param>
/// <param name="HttpPort">Where the producer's API listens; 0 picks a free port.</param>
/// <param name="ConsolePort">Where the console listens; 0 picks a free port.</param>
/// <param name="OrderDeadline">How long an order may take to be paid, and then to be shipped; null: 15 minutes.</param>
/// <param name="Demo">Whether to run the demo and exit with its verdict.</param>
/// <param name="Hold">Whether to go on after the demo until told to stop, so that its day can be looked at.</param>
internal sealed record LocalOptions(int AwsPort, int HttpPort, int ConsolePort, TimeSpan? OrderDeadline, bool Demo, bool Hold)
{
    /// <summary>Where the embedded AWS keeps its state; null: in memory, and each run begins with nothing.</summary>
    public string? DataDirectory { get; init; }
}
