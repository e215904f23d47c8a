namespace Workers.Producer.Http;

/// <summary>A request that is answered with a problem, whose cause lies outside the fields of its body.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="title">What happened.</param>
/// <param name="detail">What the caller may rely on, and what to do next.</param>
/// <param name="innerException">What caused it, where something did.</param>
internal sealed class ProblemException(int status, string title, string detail, Exception? innerException = null)
    : Exception(title, innerException)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>What the caller may rely on, and what to do next.</summary>
    public string Detail { get; } = detail;

    /// <summary>When to try again; null where trying again brings the same answer.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
