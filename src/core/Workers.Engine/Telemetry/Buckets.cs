using System.Diagnostics.Metrics;

namespace Workers.Engine.Telemetry;

/// <summary>How finely histograms tell values apart: OpenTelemetry's SDKs divide for milliseconds unless told.</summary>
internal static class Buckets
{
    /// <summary>From what a handler takes to what a message may wait.</summary>
    public static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries =
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 300, 900, 3600, 43_200],
    };

    /// <summary>A receive brings ten messages at most.</summary>
    public static readonly InstrumentAdvice<int> Messages = new() { HistogramBucketBoundaries = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };
}
